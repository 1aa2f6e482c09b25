package org.mhpcheck.reports.html;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium, without a window, with what it logs. */
final class Browser implements AutoCloseable {
  /** Without a prefix: a width in CSS pixels. */
  static final int WIDE = 1280;

  static final int NARROW = 400;

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String IS_THERE =
      "return document.readyState === 'complete'"
          + " && document.querySelector('html.js footer') !== null";

  private final ChromeDriver driver;

  private Browser(File chromium, File driver) {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium);
    options.addArguments(
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
    options.setCapability("goog:loggingPrefs", logs);
    this.driver =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(driver).build(), options);
  }

  /** Empty if there is none in {@code $PATH}. */
  static Optional<Browser> start() {
    Optional<File> chromium = find("chromium");
    Optional<File> driver = find("chromedriver");
    return chromium.isPresent() && driver.isPresent()
        ? Optional.of(new Browser(chromium.get(), driver.get()))
        : Optional.empty();
  }

  private static Optional<File> find(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(d -> Path.of(d, name))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Path::toFile);
  }

  ChromeDriver driver() {
    return driver;
  }

  /** Opens a page anew, and waits until all of it is there and its script has run. */
  void open(Path page, String hash) {
    driver.get("about:blank");
    driver.get(page.toUri() + hash);
    Instant end = Instant.now().plus(PATIENCE);
    while (!Boolean.TRUE.equals(driver.executeScript(IS_THERE)) && Instant.now().isBefore(end)) {
      Thread.onSpinWait();
    }
  }

  /** A screen of another width, in colours for light or for darkness. */
  void show(int width, boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  /** Errors and warnings that the page made since this was last asked. */
  List<String> complaints() {
    return entries(LogType.BROWSER)
        .filter(e -> e.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** Where it asked for anything that is not in the page itself, since this was last asked. */
  List<String> requests() {
    return entries(LogType.PERFORMANCE)
        .map(LogEntry::getMessage)
        .filter(m -> m.contains("Network.requestWillBeSent\""))
        .map(m -> m.replaceFirst("(?s).*?\"request\":\\{.*?\"url\":\"([^\"]*)\".*", "$1"))
        .filter(url -> !url.startsWith("data:"))
        .toList();
  }

  private Stream<LogEntry> entries(String type) {
    return StreamSupport.stream(driver.manage().logs().get(type).spliterator(), false);
  }

  @SuppressWarnings("unchecked")
  List<String> texts(String script) {
    return (List<String>) driver.executeScript(script);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
