package org.sipbond.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sipbond.bench.bare.BareServlet;

/** Packs the bare servlet; under the name sipbond, so that requests are routed to it. */
final class BareArchive {
  private static final String DESCRIPTOR =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <sip-app xmlns="http://www.jcp.org/xml/ns/sipservlet">
        <app-name>sipbond</app-name>
        <context-param>
          <param-name>next-hop</param-name>
          <param-value>%s</param-value>
        </context-param>
        <servlet-selection><main-servlet>bare</main-servlet></servlet-selection>
        <servlet>
          <servlet-name>bare</servlet-name>
          <servlet-class>%s</servlet-class>
          <load-on-startup>1</load-on-startup>
        </servlet>
      </sip-app>
      """;

  private BareArchive() {}

  static void write(Path apps, Network network) throws IOException {
    String servlet = BareServlet.class.getName();
    String resource = servlet.replace('.', '/') + ".class";
    try (ZipOutputStream archive =
        new ZipOutputStream(Files.newOutputStream(apps.resolve("bare.sar")))) {
      archive.putNextEntry(new ZipEntry("WEB-INF/sip.xml"));
      archive.write(
          DESCRIPTOR
              .formatted("sip:bare@" + network.nextHop().substring("sip:".length()), servlet)
              .getBytes(StandardCharsets.UTF_8));
      archive.putNextEntry(new ZipEntry("WEB-INF/classes/" + resource));
      try (InputStream code = BareArchive.class.getResourceAsStream("/" + resource)) {
        Objects.requireNonNull(code, resource).transferTo(archive);
      }
    }
  }
}
