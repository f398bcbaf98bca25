"""Whose words: what was proposed for a text, and whether words that match it entered later."""

from tracker.uptake.engine import REPORTED, uptake
from tracker.uptake.file import load
from tracker.uptake.findings import KINDS, Kind, Match, Proposal, Run

__all__ = ["KINDS", "REPORTED", "Kind", "Match", "Proposal", "Run", "load", "uptake"]
