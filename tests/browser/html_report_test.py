#!/usr/bin/env python3
"""The HTML report in a browser, as people use it."""

import pathlib
import tempfile
import unittest

import browser
from browser import ROOT, report
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

SAMPLES = ROOT / "samples"
PDF = [SAMPLES / "call-center-agent/resume.pdf", SAMPLES / "call-center-agent/cover-letter.docx"]
WORD = [SAMPLES / "nurses-aide/resume.docx", SAMPLES / "nurses-aide/cover-letter.txt"]
TEXT = [SAMPLES / "first-job-student/resume.md"]
HOSTILE = """Kim Sample <script>document.title = 'broken'</script>
kim@example.com <img src=x onerror="document.title = 'broken'">

EXPERIENCE
Clerk, "Example" </style></script> Store, 2019 to 2023
- Listened to 30 customers a day <b onclick="x">&amp; calmed</b> them.
- Resolved billing disputes ' " > --> ]]> \u202eesrever\u202c.
- \u0627\u0644\u0639\u0631\u0628\u064a\u0629 \u05e9\u05dc\u05d5\u05dd, empathetic and calm.
"""


class Page(browser.BrowserTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pdf, cls.word, cls.text = report(*PDF), report(*WORD), report(*TEXT)
        cls.several = report("--each", *PDF, *TEXT)
        cls.every = [cls.pdf, cls.word, cls.text, cls.several]

    def status(self):
        return self.one(".status").text

    def chosen(self):
        return [chip.text for chip in self.all('.chip[aria-pressed="true"]')]

    def test_opens_without_a_complaint_and_asks_nothing_of_the_network(self):
        for path in self.every:
            with self.subTest(path=path):
                self.open(path)
                self.assertEqual(self.complaints(), [])
                asked = [url for url in self.requests()
                         if not url.startswith(("file://", "data:", "about:"))]
                self.assertEqual(asked, [])

    def test_every_link_leads_somewhere(self):
        for path in self.every:
            with self.subTest(path=path):
                self.open(path)
                self.assertEqual(self.run_script(
                    "return [...document.querySelectorAll('a')].map(a => a.getAttribute('href'))"
                    ".filter(to => !to.startsWith('#') || !document.getElementById(to.slice(1)))"), [])
                self.assertEqual(self.run_script(
                    "const ids = [...document.querySelectorAll('[id]')].map(e => e.id);"
                    "return ids.filter((id, i) => ids.indexOf(id) !== i)"), [])

    def test_a_skill_shows_its_places_and_a_place_its_skills(self):
        self.open(self.pdf)
        self.assertEqual(self.chosen(), ["All"])
        card = self.one('.card[data-title="Listening"]')
        card.find_element("css selector", "summary").click()
        self.assertEqual(self.chosen(), ["Listening"])
        self.assertRegex(self.status(), r"^Place 1 of \d+: .*Listening")
        self.assertTrue(self.all(".document .mark.off"))
        here = self.one(".document .mark.here")
        self.assertIn(card.get_attribute("id"), here.get_attribute("data-skills").split())
        # And another way: the mark of a different skill.
        other = self.one('.document svg .mark[data-shows^="Conflict resolution"]')
        other.find_element("css selector", "rect").click()
        self.assertEqual(self.chosen(), ["Conflict resolution"])
        item = self.focused()
        self.assertEqual("#" + item.get_attribute("id"), other.get_dom_attribute("href"))
        self.assertTrue(item.is_displayed())
        # And back to the place.
        item.find_element("css selector", ".to-mark").click()
        self.assertEqual(self.focused().get_attribute("id"), other.get_attribute("id"))

    def test_walks_from_place_to_place(self):
        self.open(self.word)
        self.one('.chip:not([data-skill=""])').click()
        first = self.status()
        self.assertRegex(first, r"^Place 1 of ")
        self.one(".previous").click()
        self.one(".following").click()
        self.assertEqual(self.status(), first)
        self.one('.chip[data-skill=""]').click()
        self.assertEqual(self.chosen(), ["All"])
        self.assertFalse(self.all(".mark.off, .mark.here"))

    def tab_to(self, selector, most=200):
        for _ in range(most):
            self.press(Keys.TAB)
            if self.run_script("return document.activeElement.matches(arguments[0])", selector):
                return self.focused()
        self.fail(f"the Tab key never comes to {selector}")

    def test_works_from_the_keyboard(self):
        for path in (self.pdf, self.word):
            with self.subTest(path=path):
                self.open(path)
                self.press(Keys.TAB)
                self.assertEqual(self.focused().get_attribute("class"), "skip")
                self.press(Keys.ENTER)
                self.assertEqual(self.focused().get_attribute("id"), "report")
                self.tab_to(".card.demonstrated:not([open]) > summary")
                self.press(Keys.ENTER)
                self.assertRegex(self.status(), r"^Place 1 of ")
                self.tab_to(".card.demonstrated[open] .to-mark")
                self.press(Keys.ENTER)
                mark = self.focused()
                self.assertIn("here", mark.get_attribute("class"))
                self.press(Keys.ENTER)
                self.assertIn("item", self.focused().get_attribute("class"))
                self.press(Keys.ESCAPE)
                self.assertEqual(self.chosen(), ["All"])

    def test_the_focus_is_visible(self):
        self.open(self.text)
        self.tab_to(".card > summary")
        self.assertEqual(self.run_script(
            "return getComputedStyle(document.activeElement).outlineStyle"), "solid")

    def test_copies_a_phrasing(self):
        self.open(self.text)
        button = self.one(".card[open] .phrase .copy")
        button.click()
        WebDriverWait(self.browser, 5).until(
            lambda _: button.text.startswith(("Copied", "Selected")))
        self.assertRegex(self.status(), "^(Copied|Selected)")

    def test_fits_a_phone(self):
        for path in self.every:
            for width in (390, 320):
                with self.subTest(path=path, width=width):
                    self.open(path, width=width, height=844)
                    self.assertLessEqual(self.width_needed(), width)

    def test_is_dark_where_people_like_it_dark(self):
        def lightness():
            return self.run_script(
                "const of = (c) => c.match(/\\d+/g).slice(0, 3).reduce((a, b) => a + +b, 0);"
                "const style = getComputedStyle(document.body);"
                "return [of(style.backgroundColor), of(style.color)]")
        self.open(self.pdf)
        ground, ink = lightness()
        self.assertGreater(ground, ink)
        self.open(self.pdf, scheme="dark")
        ground, ink = lightness()
        self.assertLess(ground, ink)

    def test_is_readable_without_its_script(self):
        self.open(self.word, scripts=False)
        self.assertFalse(self.one(".bar").is_displayed())
        self.assertFalse([button for button in self.all(".copy") if button.is_displayed()])
        self.one(".document .mark").click()
        self.assertIn("#a1-s", self.browser.current_url)
        self.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
        self.assertTrue(self.run_script("return !!document.querySelector(':target').offsetHeight"))

    def test_prints_what_is_folded(self):
        self.open(self.text)
        self.run_script("dispatchEvent(new Event('beforeprint'))")
        self.assertFalse(self.run_script(
            "return document.querySelectorAll('.card:not([open])').length"))
        self.run_script("dispatchEvent(new Event('afterprint'))")
        self.assertTrue(self.run_script(
            "return document.querySelectorAll('.card:not([open])').length"))

    def test_a_hostile_document_stays_text(self):
        source = pathlib.Path(tempfile.mkdtemp(dir=browser.SCRATCH.name)) / "resume <b>&amp;.txt"
        source.write_text(HOSTILE, encoding="utf-8")
        self.open(report(source))
        self.assertEqual(self.complaints(), [])
        self.assertNotEqual(self.browser.title, "broken")
        self.assertEqual(len(self.all("script")), 1)
        self.assertFalse(self.all("img, b[onclick], [onerror]"))
        text = self.one(".document").text
        self.assertIn("<script>document.title = 'broken'</script>", text)
        self.assertIn('<img src=x onerror="', text)
        self.assertNotIn("\u202e", text)

    def test_nothing_but_our_own_script_runs(self):
        self.open(self.text)
        self.assertTrue(self.run_script(
            "const script = document.createElement('script'); script.textContent = 'window.ran = 1';"
            "document.body.append(script); return window.ran === undefined"))


class Accessibility(browser.BrowserTest):
    """axe-core's judgement of the report, light and dark."""

    def test_axe_finds_no_serious_fault(self):
        source = browser.axe()
        if source is None:
            self.skipTest("axe-core cannot be had (npm pack axe-core)")
        for files in (PDF, WORD, TEXT):
            for scheme in ("light", "dark"):
                with self.subTest(files=files, scheme=scheme):
                    self.open(report(*files), scheme=scheme)
                    self.run_script(
                        "document.querySelectorAll('details').forEach(d => d.open = true)")
                    self.run_script(source)
                    found = self.browser.execute_async_script(
                        "const done = arguments[0]; axe.run().then(r => done(r.violations.map("
                        "v => [v.impact, v.id, v.nodes.map(n => n.html.slice(0, 200) + "
                        "n.any.map(a => a.message).join()).slice(0, 3)])))")
                    self.assertEqual([fault for fault in found
                                      if fault[0] in ("serious", "critical")], [])


if __name__ == "__main__":
    browser.main()
