package dev.offramp.status;

import dev.offramp.bulletins.StatusIncident;
import dev.offramp.health.Report;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// What was said of incidents, as RSS 2.0 (https://www.rssboard.org/rss-specification): an item for each update.
///
/// @param page where the page is
record Feed(String page) {

    byte[] bytes(Report report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
            write(xml, report);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a feed in memory", e);
        }
        return bytes.toByteArray();
    }

    private void write(XMLStreamWriter xml, Report report) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("rss");
        xml.writeAttribute("version", "2.0");
        xml.writeStartElement("channel");
        element(xml, "title", "Offramp status");
        element(xml, "link", page);
        element(xml, "description", Scene.headline(report) + ".");
        if (report.databaseAwaySince().isPresent()) {
            Instant since = report.databaseAwaySince().get();
            item(xml, "Down: the database does not answer", "Nothing works until it does.", "away-" + since, since);
        }
        for (StatusIncident incident : report.incidents()) {
            for (StatusIncident.Update update : incident.updates().reversed()) {
                item(
                        xml,
                        update.stage().words() + ": " + incident.title(),
                        update.text(),
                        incident.id() + "-" + update.number(),
                        update.at());
            }
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void item(XMLStreamWriter xml, String title, String text, String id, Instant at) throws XMLStreamException {
        xml.writeStartElement("item");
        element(xml, "title", title);
        element(xml, "link", page);
        element(xml, "description", text);
        xml.writeStartElement("guid");
        xml.writeAttribute("isPermaLink", "false");
        xml.writeCharacters(id);
        xml.writeEndElement();
        element(xml, "pubDate", Times.inFeed(at));
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(allowed(text));
        xml.writeEndElement();
    }

    /// XML has no way to write most control characters, and pages let some through.
    private static String allowed(String text) {
        byte[] known = text.getBytes(StandardCharsets.UTF_8);
        return new String(known, StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}&&[^\\n\\t]]|[\\uFFFE\\uFFFF]", " ");
    }
}
