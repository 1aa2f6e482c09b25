package org.mhpcheck.reports.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPathFactory;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.reports.RunMaker;
import org.mhpcheck.reports.Runs;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

class JUnitWriterTest {
  private static byte[] bytes(RunReport report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new JUnitWriter().write(report, out);
    return out.toByteArray();
  }

  private static void validate(byte[] document) throws Exception {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(JUnitWriter.class.getResource("junit.xsd"))
        .newValidator()
        .validate(new StreamSource(new ByteArrayInputStream(document)));
  }

  private static String xpath(RunReport report, String expression) throws Exception {
    byte[] document = bytes(report);
    validate(document);
    Document parsed =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(document));
    return XPathFactory.newInstance().newXPath().evaluate(expression, parsed);
  }

  @Test
  void countsAreThoseOfTheCases() throws Exception {
    RunReport report = RunMaker.everything();
    assertEquals("9", xpath(report, "count(//testcase)"));
    for (String kind : new String[] {"failure", "error", "skipped"}) {
      String plural = kind.equals("skipped") ? kind : kind + "s";
      assertEquals(
          xpath(report, "sum(//testsuite/@" + plural + ")"),
          xpath(report, "count(//testcase/" + kind + ")"));
    }
    assertEquals(xpath(report, "sum(//testsuite/@tests)"), xpath(report, "count(//testcase)"));
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void whateverItIsCalledItMeetsTheSchema(@ForAll("runs") RunReport report) throws Exception {
    assertEquals(
        String.valueOf(report.findings().size() + report.notAsked().size() + 1),
        xpath(report, "count(//testcase)"));
    boolean passes = xpath(report, "count(//failure | //error)").equals("0");
    assertTrue(!passes || (report.complete() && !report.findings().isEmpty()));
  }

  @Provide
  Arbitrary<RunReport> runs() {
    return Runs.any();
  }

  @Test
  void onlyWhatIsAsExpectedPasses() throws Exception {
    RunReport report = RunMaker.everything();
    assertEquals("VACUOUS", xpath(report, "//testcase[@classname='vacuous@v5.4']/failure/@type"));
    assertEquals("INCONCLUSIVE", xpath(report, "//testcase[@classname='limits@v5.4']/error/@type"));
    assertEquals(
        "HOLDS", xpath(report, "//testcase[@classname='history/mended@v5.4']/failure/@type"));
    assertEquals(
        "0",
        xpath(
            report,
            "count(//testcase[@classname='history/b01-readded-early-usage@v5.4']/failure)"));
  }

  @Test
  void aCounterexampleIsInTheFailure() throws Exception {
    String text =
        xpath(RunMaker.everything(), "//testcase[contains(@classname, 'script')]/failure");
    assertTrue(text.contains("3. arch_remove_memory(section 1, subsections 0-3)"), text);
    assertTrue(text.contains("mended by 8068df3b6037"), text);
  }

  @Test
  void aRunThatWasCutShortIsAnError() throws Exception {
    String complete = "//testcase[@classname='run' and @name='complete']";
    assertEquals("INCOMPLETE", xpath(RunMaker.everything(), complete + "/error/@type"));
    RunReport whole = RunMaker.run(true, ExitStatus.OK, RunMaker.holds());
    assertEquals("1", xpath(whole, "count(" + complete + ")"));
    assertEquals("0", xpath(whole, "count(" + complete + "/error)"));
    RunReport nothing = RunMaker.run(true, ExitStatus.INCONCLUSIVE);
    assertEquals("INCOMPLETE", xpath(nothing, complete + "/error/@type"));
  }

  @Test
  void namesAreText() throws Exception {
    assertEquals(
        "<script>alert(1)</script> & \"quotes\" | # \uFFFD ü@v5.4",
        xpath(RunMaker.everything(), "//testcase[contains(@classname, 'script')]/@classname"));
  }

  @Test
  void withoutTimesThereAreNone() throws Exception {
    RunReport report = RunMaker.everything();
    assertEquals("7", xpath(report, "count(//testcase/@time)"));
    assertEquals("0", xpath(report.withoutTiming(), "count(//@time | //@timestamp)"));
  }

  @Test
  void theSchemaRefusesOtherThings() throws Exception {
    String document = new String(bytes(RunMaker.everything()), StandardCharsets.UTF_8);
    assertFalse(document.contains("\r"));
    String other = document.replaceFirst("type=\"VACUOUS\"", "type=\"FINE\"");
    assertThrows(SAXException.class, () -> validate(other.getBytes(StandardCharsets.UTF_8)));
  }
}
