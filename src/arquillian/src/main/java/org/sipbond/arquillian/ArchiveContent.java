package org.sipbond.arquillian;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What the descriptors of an archive say. */
final class ArchiveContent {
  private final Archive<?> archive;

  ArchiveContent(Archive<?> archive) {
    this.archive = archive;
  }

  /** Context paths of the web modules: of application.xml, else the archive's name. */
  List<String> contextPaths() throws DeploymentException {
    return List.copyOf(modules().values());
  }

  /** The {@code app-name} of every module that has a {@code sip.xml}. */
  List<String> sipApplications() throws DeploymentException {
    List<String> names = new ArrayList<>();
    if (archive instanceof EnterpriseArchive ear) {
      for (ArchivePath module : ear.getContent(Filters.include(".*\\.[sw]ar")).keySet()) {
        names.addAll(new ArchiveContent(ear.getAsType(WebArchive.class, module)).sipApplications());
      }
    } else {
      document("WEB-INF/sip.xml").ifPresent(sip -> names.addAll(texts(sip, "app-name")));
    }
    return names;
  }

  private Map<String, String> modules() throws DeploymentException {
    Map<String, String> paths = new LinkedHashMap<>();
    if (!(archive instanceof EnterpriseArchive)) {
      paths.put(archive.getName(), contextPath(archive.getName()));
      return paths;
    }
    document("META-INF/application.xml").ifPresent(xml -> readModules(xml, paths));
    return paths;
  }

  private static void readModules(Document xml, Map<String, String> paths) {
    NodeList webs = xml.getElementsByTagNameNS("*", "web");
    for (int i = 0; i < webs.getLength(); i++) {
      Element web = (Element) webs.item(i);
      String uri = String.join("", texts(web, "web-uri"));
      String root = String.join("", texts(web, "context-root"));
      paths.put(uri, root.isEmpty() ? contextPath(uri) : root.startsWith("/") ? root : "/" + root);
    }
  }

  private static String contextPath(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return "/" + (dot > 0 ? name.substring(0, dot) : name);
  }

  private Optional<Document> document(String path) throws DeploymentException {
    Node node = archive.get(path);
    if (node == null || node.getAsset() == null) {
      return Optional.empty();
    }
    try (InputStream content = node.getAsset().openStream()) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return Optional.of(factory.newDocumentBuilder().parse(content));
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new DeploymentException("cannot read " + path + " of " + archive.getName(), e);
    }
  }

  private static List<String> texts(Document document, String name) {
    return texts(document.getDocumentElement(), name);
  }

  private static List<String> texts(Element parent, String name) {
    NodeList found = parent.getElementsByTagNameNS("*", name);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent().strip());
    }
    return texts;
  }
}
