package org.sipbond.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What META-INF/application.xml of an EAR says. See Java EE 6 §EE.8.
 *
 * @param libraryDirectory relative to the EAR
 */
record EarDescriptor(List<WebModule> modules, String libraryDirectory) {
  private static final String DEFAULT_LIBRARY_DIRECTORY = "lib";

  EarDescriptor {
    modules = List.copyOf(modules);
  }

  /**
   * One web or SIP module.
   *
   * @param uri relative to the EAR
   * @param contextRoot empty, or starting with a slash
   */
  record WebModule(String uri, String contextRoot) {
    WebModule {
      String name = contextRoot.startsWith("/") ? contextRoot.substring(1) : contextRoot;
      contextRoot = name.isEmpty() ? "" : "/" + name;
    }
  }

  /** Reads the descriptor of an exploded EAR. Never fetches what the file points at. */
  static EarDescriptor read(Path ear) throws IOException {
    Path file = ear.resolve("META-INF").resolve("application.xml");
    if (!Files.exists(file)) {
      throw new IOException("no META-INF/application.xml in it");
    }
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      return of(factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement());
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("META-INF/application.xml cannot be read: " + e.getMessage(), e);
    }
  }

  private static EarDescriptor of(Element application) {
    List<WebModule> modules = new ArrayList<>();
    for (Element web : children(application, "web")) {
      String uri = text(web, "web-uri").orElse("");
      modules.add(new WebModule(uri, text(web, "context-root").orElse(uri)));
    }
    return new EarDescriptor(
        modules, text(application, "library-directory").orElse(DEFAULT_LIBRARY_DIRECTORY));
  }

  private static Optional<String> text(Element parent, String name) {
    return children(parent, name).stream()
        .map(Element::getTextContent)
        .map(String::strip)
        .findFirst();
  }

  private static List<Element> children(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }
}
