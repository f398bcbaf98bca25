"""The style of the HTML files that are taken away: light, dark, print, forced colours."""

CSS = """
:root{color-scheme:light dark;--bg:#fff;--ink:#1b1f24;--soft:#57606a;--line:#d8dee4;--del:#a40e26;
--delbg:#ffebe9;--ins:#0b5a23;--insbg:#dafbe1;--warn:#fff3cd;--warnline:#9a6700}
@media (prefers-color-scheme:dark){:root{--bg:#14171b;--ink:#e6e9ed;--soft:#a6afb9;--line:#3a424b;
--del:#ffb3ab;--delbg:#4a1519;--ins:#8ce8a6;--insbg:#123d21;--warn:#3d2f0b;--warnline:#e3b341}}
body{margin:0 auto;padding:1.5rem 1rem 4rem;max-width:44rem;background:var(--bg);color:var(--ink);
font:1.0625rem/1.6 Georgia,"Times New Roman",serif;overflow-wrap:anywhere}
header,footer,.told,details,.key{font-family:system-ui,-apple-system,"Segoe UI",sans-serif}
h1{font-size:1.5rem;line-height:1.25;margin:.25rem 0 1rem}
h2,.heading{font-size:1.1rem;font-weight:700;line-height:1.35;margin:1.6rem 0 .3rem}
p{margin:.35rem 0}a{color:inherit}summary{min-height:1.5rem;cursor:pointer}
li a{display:inline-block;min-height:1.5rem}
.of,.draft,.key,footer{color:var(--soft);font-size:.9375rem}
.notice{background:var(--warn);border-inline-start:.3rem solid var(--warnline);padding:.6rem 1rem;
margin:1rem 0;font-weight:600}
.told{font-size:.875rem;color:var(--soft);margin-top:.9rem}
section.changed{border-inline-start:.2rem solid var(--line);padding-inline-start:.8rem}
.d2{margin-inline-start:1.4rem}.d3{margin-inline-start:2.6rem}.d4{margin-inline-start:3.6rem}
.d5{margin-inline-start:4.4rem}
del{color:var(--del);background:var(--delbg);text-decoration:line-through}
ins{color:var(--ins);background:var(--insbg);text-decoration:underline;text-underline-offset:.15em}
.moved{background:none;text-decoration-style:double}
.uncovered{background:none;color:var(--soft);text-decoration:none}
.number,.bold{font-weight:700}.struck{text-decoration:line-through wavy}
.added{border-bottom:2px dotted}
.said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (max-width:30rem){.d2,.d3,.d4,.d5{margin-inline-start:.6rem}}
@media print{body{max-width:none;padding:0;font-size:11pt;color:#000;background:#fff}
details{display:none}del,ins{background:none;color:#000}.notice{border:1px solid #000}
section{break-inside:avoid-page}}
@media (forced-colors:active){del,ins{background:Canvas;color:CanvasText}}
"""
