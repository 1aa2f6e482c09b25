package org.mhpcheck.reports.junit;

import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Elements of an XML document, indented; what XML 1.0 has no characters for is replaced. */
final class XmlElements {
  private final XMLStreamWriter xml;
  private int depth;

  /** Whether the element that is open has elements within. */
  private boolean hasElements;

  XmlElements(OutputStream out) throws XMLStreamException {
    xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
    xml.writeStartDocument("UTF-8", "1.0");
  }

  void start(String name) throws XMLStreamException {
    line();
    xml.writeStartElement(name);
    depth++;
    hasElements = false;
  }

  void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, allowed(value));
  }

  void text(String text) throws XMLStreamException {
    xml.writeCharacters(allowed(text));
  }

  void end() throws XMLStreamException {
    depth--;
    if (hasElements) {
      line();
    }
    xml.writeEndElement();
    hasElements = true;
  }

  private void line() throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  void finish() throws XMLStreamException {
    xml.writeEndDocument();
    xml.writeCharacters("\n");
    xml.flush();
  }

  private static String allowed(String text) {
    StringBuilder allowed = new StringBuilder();
    text.codePoints().map(c -> isAllowed(c) ? c : '\uFFFD').forEach(allowed::appendCodePoint);
    return allowed.toString();
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
