"""A headless Chromium with a report in it, from Debian's chromium, chromium-driver and
python3-selenium. Where they cannot be had the tests say so and are skipped (exit code 77)."""

import base64
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

try:
    from selenium import webdriver
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.by import By
except ImportError:
    # Another Python may stand before Debian's, which has its packages.
    debian = "/usr/bin/python3"
    if os.path.exists(debian) and os.environ.get("RAPPORT_PYTHON") != debian:
        os.environ["RAPPORT_PYTHON"] = debian
        os.execv(debian, [debian, "-B", *sys.argv])
    print("skipped: no python3-selenium (apt-get install python3-selenium)")
    sys.exit(77)

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = os.environ.get("RAPPORT", str(ROOT / "build" / "rapport"))
BUILD = pathlib.Path(os.environ.get("RAPPORT_BUILD", ROOT / "build"))
CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
# What a browser of its own accord asks of the network is none of the report's doing.
SCRATCH = tempfile.TemporaryDirectory(prefix="rapport-browser-", ignore_cleanup_errors=True)
FLAGS = ["--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
         "--disable-background-networking", "--disable-component-update", "--hide-scrollbars"]


def report(*args):
    """The path of a fresh HTML report."""
    path = pathlib.Path(tempfile.mkdtemp(dir=SCRATCH.name)) / "report.html"
    subprocess.run([PROGRAM, "check", "-f", "html", "-o", str(path), *map(str, args)], check=True,
                   timeout=120, stdin=subprocess.DEVNULL)
    return path


def start():
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in FLAGS + ["--user-data-dir=" + tempfile.mkdtemp(dir=SCRATCH.name)]:
        options.add_argument(flag)
    if os.geteuid() == 0:
        options.add_argument("--no-sandbox")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    return webdriver.Chrome(service=webdriver.chrome.service.Service(DRIVER), options=options)


class BrowserTest(unittest.TestCase):
    """One browser for all tests of a class."""

    @classmethod
    def setUpClass(cls):
        cls.browser = start()
        cls.addClassCleanup(cls.browser.quit)

    def open(self, path, width=1280, height=900, scheme="light", scripts=True):
        tell = self.browser.execute_cdp_cmd
        tell("Emulation.setDeviceMetricsOverride",
             {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
        # Nothing moves on its own, so that a click meets what it aims at.
        tell("Emulation.setEmulatedMedia",
             {"features": [{"name": "prefers-color-scheme", "value": scheme},
                           {"name": "prefers-reduced-motion", "value": "reduce"}]})
        tell("Emulation.setScriptExecutionDisabled", {"value": not scripts})
        self.browser.get_log("browser")
        self.browser.get_log("performance")
        self.browser.get("about:blank")
        self.browser.get(path.as_uri())

    def one(self, selector):
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def run_script(self, script, *args):
        return self.browser.execute_script(script, *args)

    def width_needed(self):
        """In pixels, with all that folds folded out."""
        return self.run_script(
            "document.querySelectorAll('details').forEach(d => d.open = true);"
            "return document.documentElement.scrollWidth")

    def press(self, *keys):
        ActionChains(self.browser).send_keys(*keys).perform()

    def focused(self):
        return self.browser.switch_to.active_element

    def complaints(self):
        return [line["message"] for line in self.browser.get_log("browser")]

    def requests(self):
        """All that was asked for since the page was opened."""
        messages = [json.loads(line["message"])["message"]
                    for line in self.browser.get_log("performance")]
        return [message["params"]["request"]["url"] for message in messages
                if message["method"] == "Network.requestWillBeSent"]


def axe():
    """The source of axe-core, which finds faults that shut people out; None where npm cannot get it."""
    cached = BUILD / "axe-core" / "package" / "axe.min.js"
    if not cached.exists() and shutil.which("npm"):
        folder = BUILD / "axe-core"
        folder.mkdir(parents=True, exist_ok=True)
        packed = subprocess.run(["npm", "pack", "axe-core@4", "--silent"], cwd=folder, check=False,
                                capture_output=True, timeout=120)
        for archive in folder.glob("axe-core-*.tgz") if packed.returncode == 0 else []:
            shutil.unpack_archive(archive, folder)
    return cached.read_text(encoding="utf-8") if cached.exists() else None


def picture(browser, path):
    """For people: what the browser shows, as a PNG."""
    shot = browser.execute_cdp_cmd("Page.captureScreenshot", {})
    pathlib.Path(path).write_bytes(base64.b64decode(shot["data"]))


def main():
    if not CHROMIUM or not DRIVER:
        print("skipped: no chromium (apt-get install chromium chromium-driver)")
        sys.exit(77)
    unittest.main()
