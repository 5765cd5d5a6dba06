package org.sipbond.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small archives, written as zip files. */
final class TestArchives {
  private TestArchives() {}

  /** A SAR whose only servlet is {@code servlet}, as application {@code name}. */
  static byte[] sar(String name, Class<?> servlet) {
    String descriptor =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <sip-app xmlns="http://www.jcp.org/xml/ns/sipservlet" version="1.1">
          <app-name>%s</app-name>
          <servlet-selection><main-servlet>main</main-servlet></servlet-selection>
          <servlet>
            <servlet-name>main</servlet-name>
            <servlet-class>%s</servlet-class>
            <load-on-startup>1</load-on-startup>
          </servlet>
        </sip-app>
        """
            .formatted(name, servlet.getName());
    return zip(
        Map.of(
            "WEB-INF/sip.xml",
            descriptor.getBytes(StandardCharsets.UTF_8),
            "WEB-INF/classes/" + path(servlet),
            bytes(servlet)));
  }

  static byte[] zip(Map<String, byte[]> entries) {
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
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
