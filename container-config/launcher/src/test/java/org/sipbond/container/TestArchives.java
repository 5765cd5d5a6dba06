package org.sipbond.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.servlet.sip.SipServletListener;
import org.sipbond.core.net.IpLiteral;

/** Small archives, written as zip files. */
final class TestArchives {
  private TestArchives() {}

  /** A SAR whose only SIP servlet is {@code servlet}, as application {@code name}. */
  static byte[] sar(String name, Class<?> servlet) {
    return zip(sarEntries(name, servlet));
  }

  /** A SAR that also answers HTTP by a {@link SharingServlet}. */
  static byte[] convergedSar(String name, Class<?> servlet) {
    Map<String, byte[]> entries = new TreeMap<>(sarEntries(name, servlet));
    entries.putAll(warEntries());
    return zip(entries);
  }

  /** A WAR that answers GET / by a {@link SharingServlet}. */
  static byte[] war() {
    return zip(warEntries());
  }

  /** An EAR of both, the WAR named first, and a library that holds shared.txt. */
  static byte[] ear() {
    String descriptor =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <application xmlns="http://java.sun.com/xml/ns/javaee" version="6">
          <module><web>
            <web-uri>console.war</web-uri><context-root>/console</context-root>
          </web></module>
          <module><web>
            <web-uri>calls.sar</web-uri><context-root>calls</context-root>
          </web></module>
        </application>
        """;
    return zip(
        Map.of(
            "META-INF/application.xml", utf8(descriptor),
            "lib/shared.jar", zip(Map.of("shared.txt", utf8("shared"))),
            "console.war", war(),
            "calls.sar", convergedSar("sipbond", AnsweringServlet.class)));
  }

  private static Map<String, byte[]> sarEntries(String name, Class<?> servlet) {
    String descriptor =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <sip-app xmlns="http://www.jcp.org/xml/ns/sipservlet" version="1.1">
          <app-name>%1$s</app-name>
          <servlet-selection><main-servlet>main</main-servlet></servlet-selection>
          <servlet>
            <servlet-name>main</servlet-name>
            <servlet-class>%2$s</servlet-class>
            <load-on-startup>1</load-on-startup>
          </servlet>
          %3$s
        </sip-app>
        """
            .formatted(name, servlet.getName(), listener(servlet));
    return Map.of(
        "WEB-INF/sip.xml", utf8(descriptor), "WEB-INF/classes/" + path(servlet), bytes(servlet));
  }

  private static String listener(Class<?> servlet) {
    return SipServletListener.class.isAssignableFrom(servlet)
        ? "<listener><listener-class>" + servlet.getName() + "</listener-class></listener>"
        : "";
  }

  private static Map<String, byte[]> warEntries() {
    String descriptor =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <web-app xmlns="http://java.sun.com/xml/ns/javaee" version="3.0">
          <servlet>
            <servlet-name>sharing</servlet-name>
            <servlet-class>%s</servlet-class>
          </servlet>
          <servlet-mapping>
            <servlet-name>sharing</servlet-name><url-pattern>/shared</url-pattern>
          </servlet-mapping>
        </web-app>
        """
            .formatted(SharingServlet.class.getName());
    return Map.of(
        "WEB-INF/web.xml",
        utf8(descriptor),
        "WEB-INF/classes/" + path(SharingServlet.class),
        bytes(SharingServlet.class));
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] zip(Map<String, byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : new TreeMap<>(entries).entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static InetAddress address(String literal) {
    return IpLiteral.parse(literal).orElseThrow();
  }

  static Path write(Path file, byte[] content) throws IOException {
    try (OutputStream stream = Files.newOutputStream(file)) {
      stream.write(content);
    }
    return file;
  }

  static String path(Class<?> type) {
    return type.getName().replace('.', '/') + ".class";
  }

  static byte[] bytes(Class<?> type) {
    try (InputStream stream =
        Objects.requireNonNull(type.getClassLoader()).getResourceAsStream(path(type))) {
      return Objects.requireNonNull(stream).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
