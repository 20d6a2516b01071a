#!/usr/bin/env python3
"""Installs the packages of a build folder in a bare Debian 12 and runs what they install.

    bare_root.py BUILD_FOLDER [DEBIAN_MIRROR]

The root is made by debootstrap (minbase), so that nothing that the packages forget to depend on is
there by accident. Says so and ends with 77 where debootstrap, root's rights or the network are
missing. $RAPPORT_BARE_ROOT names a root that was made before, to be copied and used.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request

SUITE = "bookworm"
MIRROR = sys.argv[2] if len(sys.argv) > 2 else "http://deb.debian.org/debian"
RESUME = """Kim Sample
kim@example.com

EXPERIENCE
Clerk, Example Shop, 2019 to 2023
- Reassured anxious patients at the counter every day.
"""


def skip(why):
    print(f"skipped: {why}")
    sys.exit(77)


def run(*command, **kwargs):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=1800,
                          check=False, **kwargs)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stdout[-4000:]}{done.stderr[-4000:]}")
    return done.stdout


def check_needs():
    if os.geteuid() != 0:
        skip("only root can make a root")
    if not shutil.which("debootstrap"):
        skip("there is no debootstrap")
    try:
        urllib.request.urlopen(f"{MIRROR}/dists/{SUITE}/Release", timeout=20).close()
    except (urllib.error.URLError, OSError) as fault:
        skip(f"{MIRROR} cannot be reached ({fault})")


def make_root(root):
    ready = os.environ.get("RAPPORT_BARE_ROOT")
    if ready:
        run("cp", "-a", ready, root)
    else:
        run("debootstrap", "--variant=minbase", SUITE, root, MIRROR)
    shutil.copy("/etc/resolv.conf", root / "etc/resolv.conf")


def make_packages(build, folder):
    run("cpack", "-B", folder, "--config", build / "CPackConfig.cmake", cwd=build)
    packages = sorted(folder.glob("*.deb"))
    assert packages, "cpack made no package"
    return packages


def inside(root, *command, **kwargs):
    env = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    return run("chroot", root, *command, env=env, **kwargs)


def expect(text, part):
    if part not in text:
        sys.exit(f"{part!r} is not in:\n{text[:4000]}")


def try_out(root):
    """What a user does first."""
    (root / "tmp/resume.txt").write_text(RESUME, encoding="utf-8")
    expect(inside(root, "rapport", "--version"), "rapport")
    expect(inside(root, "rapport", "check", "/tmp/resume.txt"), "Empathy")
    expect(inside(root, "rapport", "check", "/tmp/resume.txt", "-f", "json"), "Reassured anxious patients")
    expect(inside(root, "rapport", "lexicon", "list"), "empathy")
    inside(root, "rapport", "check", "-q", "--require", "empathy=demonstrated", "/tmp/resume.txt")
    # A bare root leaves documentation out; the completions are no documentation.
    for path in ("bash-completion/completions/rapport", "rapport/lexicons/en/words.toml"):
        assert (root / "usr/share" / path).is_file(), path
    missing = inside(root, "sh", "-c", "ldd /usr/bin/rapport | grep 'not found' || true")
    assert not missing, missing


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    check_needs()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        packages = make_packages(build, folder / "packages")
        root = folder / "root"
        make_root(root)
        for package in packages:
            shutil.copy(package, root / "tmp")
        inside(root, "apt-get", "-qq", "update")
        names = [f"/tmp/{package.name}" for package in packages]
        inside(root, "apt-get", "-qq", "-y", "--no-install-recommends", "install", *names)
        try_out(root)
        inside(root, "apt-get", "-qq", "-y", "purge", *[package.name.split("_")[0] for package in packages])
        left = list((root / "usr/share").glob("rapport*")) + list((root / "usr/bin").glob("rapport*"))
        assert not left, f"purging leaves {left}"
    print(f"{len(packages)} packages install, run and go without a trace in a bare {SUITE}")


if __name__ == "__main__":
    main()
