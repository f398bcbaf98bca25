"""`tracker fetch`, from the command line."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from tests.fetch.servers import Server, answer, docx, left
from tracker.cli import main


def command(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["fetch", *(str(one) for one in arguments)])


TEXT = b"Bill T/1\n\nArticle 1\n\nThe lakes of the land shall be kept clean by all who use them.\n"


def test_the_command_by_symbol(server: Server, tmp_path: Path) -> None:
    server.answers["/en/T/1"] = answer(docx())
    options = ("--symbol", "T/1", "--to", tmp_path / "in", "--base", server.base)
    pattern = ("--pattern", "https://a.example/{language}/{symbol}")
    refused = command(*options, *pattern)
    assert refused.exit_code == 1
    assert "T/1: not fetched: " in refused.output, "a Word file with nothing in it"
    assert left(tmp_path) == []
    usage = command("--symbol", "T/1")
    assert usage.exit_code == 2
    assert "--to" in usage.output
    assert command(*options[:2], "--to", tmp_path, "--language", "English").exit_code == 1


def test_the_command_by_manifest(server: Server, tmp_path: Path) -> None:
    home = tmp_path / "drafts" / "lakes"
    home.mkdir(parents=True)
    manifest = (
        'id = "lakes"\ntitle = "Lakes"\nfetch.hosts = ["a.example"]\n[[rounds]]\nid = "a"\n'
        'symbol = "T/1"\ndate = 2020-01-01\nwhen = "2020"\nname = "Draft"\nformat = "text"\n'
        'official = "https://a.example/1"\n'
    )
    (home / "manifest.toml").write_text(manifest + f'sha256 = "{"0" * 64}"\n')
    server.answers["/1"] = answer(TEXT)
    options = ("lakes", "--drafts", tmp_path / "drafts", "--base", server.base)
    refused = command(*options)
    assert refused.exit_code == 1
    assert "and the manifest's 000" in refused.output
    assert command(*options, "--accept", "hash").exit_code == 0
    assert left(home) == ["manifest.toml", "official/T_1.json", "official/T_1.txt"]
    (home / "manifest.toml").write_text(manifest)
    again = command(*options)
    assert again.exit_code == 0
    assert "unchanged since" in again.output
    server.answers["/fr/T/1"] = answer(TEXT)
    french = command(
        *options, "--language", "fr", "--pattern", "https://a.example/{language}/{symbol}"
    )
    assert french.exit_code == 0, french.output
    assert "its first page is in en, not in fr" in french.output
    assert (home / "official" / "T_1.fr.txt").read_bytes() == TEXT
