package org.mhpcheck.reports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.reports.ConformMaker;
import org.mhpcheck.reports.RunDirectory;
import org.mhpcheck.reports.RunMaker;
import org.mhpcheck.reports.TraceMaker;
import org.mhpcheck.reports.html.view.Background;
import org.mhpcheck.reports.past.History;
import org.mhpcheck.reports.past.HistoryReader;
import org.mhpcheck.reports.past.PastRun;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page as people have it. */
class PageInBrowserTest {
  @TempDir static Path directory;

  private static Browser browser;
  private static Path page;
  private static Path longPage;

  @BeforeAll
  static void startIt() throws IOException {
    Optional<Browser> started = Browser.start();
    assumeTrue(
        started.isPresent(), "no chromium and chromedriver in $PATH; ./verify installs them");
    browser = started.get();
    page = directory.resolve("index.html");
    longPage = directory.resolve("long.html");
    RunReport everything = RunMaker.everything();
    List<Finding> findings = new ArrayList<>(everything.findings());
    findings.add(RunMaker.in("v5.5", RunMaker.holds()));
    findings.add(RunMaker.violatedInTree());
    RunReport run = RunMaker.run(false, ExitStatus.VIOLATED, findings.toArray(new Finding[0]));
    Background background =
        Background.NONE
            .with(history(run))
            .with(ConformMaker.report(ConformMaker.agrees(), ConformMaker.disagrees()));
    write(page, background, run);
    Finding violated =
        RunMaker.finding(
            "long",
            new Verdict.Violated(RunMaker.EXHAUSTIVE, TraceMaker.ofCalls(300)),
            Optional.empty(),
            Finding.Grade.NONE);
    write(longPage, Background.NONE, RunMaker.run(true, ExitStatus.VIOLATED, violated));
  }

  private static void write(Path file, Background background, RunReport run) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      new HtmlReport(background, f -> Optional.empty()).write(run, out);
    }
  }

  /** One run, of which less was found, and then this. */
  private static History history(RunReport run) {
    Path parent = directory.resolve("runs");
    RunDirectory.at(parent.resolve("before"))
        .write(
            RunMaker.run(
                run.timing().get().started().minusSeconds(60),
                Duration.ofSeconds(2),
                true,
                ExitStatus.OK,
                RunMaker.holds()),
            Background.NONE);
    return new HistoryReader(parent).upTo(PastRun.of(run));
  }

  @AfterAll
  static void endIt() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void openIt() {
    browser.show(Browser.WIDE, false);
    browser.complaints();
    browser.requests();
    browser.open(page, "");
  }

  private static WebElement find(String css) {
    return browser.driver().findElement(By.cssSelector(css));
  }

  private static long shown(String css) {
    return browser.driver().findElements(By.cssSelector(css)).stream()
        .filter(WebElement::isDisplayed)
        .count();
  }

  private static String script(String name) throws IOException {
    try (InputStream in = PageInBrowserTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void nothingComplainsAndNothingLeaves() {
    assertEquals(List.of(), browser.complaints());
    assertEquals(List.of(page.toUri().toString()), browser.requests());
    // Were anything asked for, it would be seen.
    browser.driver().executeScript("new Image().src = 'file:///nowhere.png'");
    browser.driver().executeAsyncScript("setTimeout(arguments[0], 200)");
    assertTrue(browser.requests().contains("file:///nowhere.png"));
    assertFalse(browser.complaints().isEmpty());
  }

  @Test
  void aTraceIsSteppedThroughWithTheKeyboard() {
    browser.open(page, "#f1");
    WebElement trace = find("#f1 .trace");
    WebElement at = find("#f1 .stepper output");
    assertEquals("step 3 of 3", at.getText());
    assertTrue(find("#f1 .moment.current").getText().contains("kfree()"));
    trace.sendKeys(Keys.ARROW_LEFT);
    assertEquals("step 2 of 3", at.getText());
    assertTrue(find("#f1 .moment.current").getText().contains("arch_add_memory"));
    trace.sendKeys(Keys.HOME);
    assertEquals("boot", at.getText());
    assertFalse(find("#f1 .previous").isEnabled());
    trace.sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
    assertEquals("step 2 of 3", at.getText());
    trace.sendKeys(Keys.END);
    assertEquals("step 3 of 3", at.getText());
    assertEquals(1, shown("#f1 .moment"));
  }

  /** Random walks come to such. */
  @Test
  void aTraceOfHundredsOfCallsIsSteppedThroughAsWell() {
    browser.open(longPage, "#f1");
    WebElement trace = find("#f1 .trace");
    WebElement at = find("#f1 .stepper output");
    assertEquals("step 300 of 300", at.getText());
    trace.sendKeys(Keys.HOME);
    assertEquals("boot", at.getText());
    trace.sendKeys(Keys.ARROW_RIGHT.toString().repeat(250));
    assertEquals("step 250 of 300", at.getText());
    assertEquals(1, shown("#f1 .moment"));
    assertTrue(find("#f1 .moment.current").getText().contains("arch_add_memory"));
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void onlyWhatChangedIsOutlined() {
    browser.open(page, "#f1");
    find("#f1 .trace").sendKeys(Keys.HOME);
    assertEquals(0, shown("#f1 .moment.current .changed"));
    find("#f1 .trace").sendKeys(Keys.ARROW_RIGHT);
    // Flags and base; the map and the memmap, one run each. The usage stays boot's.
    assertEquals(2, shown("#f1 .moment.current .whole.changed"));
    assertEquals(2, shown("#f1 .moment.current .run.changed"));
  }

  @Test
  void theMatrixIsFiltered() {
    assertEquals(3, shown(".matrix tbody tr"));
    find("#filter-designs").sendKeys("v5.5");
    assertEquals(1, shown(".matrix tbody tr"));
    assertEquals("1 of 3 designs, 1 of 1 properties", find("#filter-count").getText());
    find("#filter-designs").clear();
    find("#filter-designs").sendKeys("no such");
    assertEquals(0, shown(".matrix tbody tr"));
    find("#filter-designs").clear();
    find("#filter-designs").sendKeys(" ");
    find("#filter-news").click();
    assertEquals(2, shown(".matrix tbody tr"));
  }

  @Test
  void aCellLeadsToItsFinding() {
    find(".matrix tbody tr:last-child td a").click();
    String hash = (String) browser.driver().executeScript("return location.hash");
    assertTrue(find(hash + " .facts").isDisplayed());
  }

  @Test
  void theRunsBeforeAndTheTreeBesideAreTold() {
    String told = find("#history").getText();
    assertTrue(told.contains("4 new, 0 changed"), told);
    assertTrue(told.contains("INCOMPLETE"), told);
    assertEquals(4, browser.driver().findElements(By.cssSelector(".trends polyline")).size());
    assertTrue(find("#conformance").getText().contains("DISAGREES"));
  }

  @Test
  void whatFilesSayIsText() {
    String name = "<script>alert(1)</script> & \"quotes\" | # \u0001 ü";
    List<String> names =
        browser.texts(
            "return [...document.querySelectorAll('.scenario h3')].map(e => e.textContent)");
    assertTrue(names.contains(name), names.toString());
    assertEquals(1, browser.driver().findElements(By.tagName("script")).size());
  }

  @Test
  void aRunThatWasCutShortLooksLikeOne() {
    WebElement banner = find(".banner");
    assertTrue(banner.getAttribute("class").contains("open"));
    assertTrue(find("#summary").getText().contains("INCOMPLETE"));
  }

  @Test
  void withAllOfItOpenAllIsShown() {
    browser.open(page, "#print");
    assertEquals(
        List.of(),
        browser.texts(
            "return [...document.querySelectorAll('details:not([open])')].map(e => e.id)"));
  }

  @ParameterizedTest
  @CsvSource({"1280, false", "1280, true", "400, false", "400, true"})
  void everythingCanBeRead(int width, boolean dark) throws IOException {
    browser.show(width, dark);
    browser.open(page, "#print");
    assertEquals(List.of(), browser.texts(script("contrast.js")));
    assertEquals(
        true,
        browser
            .driver()
            .executeScript(
                "const page = document.documentElement;"
                    + "return page.scrollWidth === page.clientWidth"),
        "nothing is wider than the screen");
    browser
        .driver()
        .executeScript(
            "document.querySelector('h2').style.color ="
                + " getComputedStyle(document.body).backgroundColor");
    assertEquals(1, browser.texts(script("contrast.js")).size());
  }

  @Test
  void everythingHasAName() throws IOException {
    browser.open(page, "#print");
    assertEquals(List.of(), browser.texts(script("names.js")));
    browser.driver().executeScript("document.querySelector('.next').ariaLabel = ''");
    browser.driver().executeScript("document.querySelector('.next').textContent = ''");
    assertEquals(1, browser.texts(script("names.js")).size());
  }
}
