package org.mhpcheck.reports.junit;

import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.mhpcheck.reports.text.Printable;

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
    xml.writeAttribute(name, Printable.line(value));
  }

  void text(String text) throws XMLStreamException {
    xml.writeCharacters(Printable.of(text));
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
}
