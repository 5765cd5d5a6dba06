package org.sipbond.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Server;
import org.apache.catalina.startup.Catalina;
import org.apache.tomcat.util.digester.Digester;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Reads conf/server.xml into a server that is not initialized. Tomcat's own {@code load} and {@code
 * start} write a failure to the log and go on.
 */
final class ServerXml extends Catalina {

  Server read(Path file) throws IOException, SAXException {
    try (InputStream stream = Files.newInputStream(file)) {
      InputSource source = new InputSource(file.toUri().toString());
      source.setByteStream(stream);
      Digester digester = createStartDigester();
      digester.push(this);
      digester.parse(source);
    }
    initNaming();
    getServer().setCatalina(this);
    return getServer();
  }
}
