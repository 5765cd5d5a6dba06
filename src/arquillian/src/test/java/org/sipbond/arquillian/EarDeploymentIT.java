package org.sipbond.arquillian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.sipbond.container.SipContainer;
import org.sipbond.core.bond.Listener;

@ArquillianTest
class EarDeploymentIT {
  private static final String DESCRIPTOR =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <application xmlns="http://java.sun.com/xml/ns/javaee" version="6">
        <module><web><web-uri>calls.war</web-uri><context-root>/calls</context-root></web></module>
        <module><web><web-uri>pages.war</web-uri><context-root>/pages</context-root></web></module>
      </application>
      """;

  @ArquillianResource private SipListeners listeners;
  @ArquillianResource private SipContainer container;

  @Deployment(testable = false)
  static EnterpriseArchive ear() {
    return ShrinkWrap.create(EnterpriseArchive.class, "both.ear")
        .addAsModule(Archives.sip("calls.war", "in-ear", AnsweringServlet.class))
        .addAsModule(
            ShrinkWrap.create(WebArchive.class, "pages.war")
                .addAsWebResource(new StringAsset("a page"), "page.txt"))
        .setApplicationXML(new StringAsset(DESCRIPTOR));
  }

  @Test
  void answersSipOnEveryListener() throws IOException {
    for (Listener listener : listeners.all()) {
      assertThat(Options.to(listener).header("X-Application"))
          .as(listener.notation())
          .contains("in-ear");
    }
  }

  @Test
  void answersHttpInEachModule() throws IOException, InterruptedException {
    URI page =
        URI.create("http://127.0.0.1:" + container.httpPort().orElseThrow() + "/pages/page.txt");
    assertThat(
            HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
                .body())
        .isEqualTo("a page");
    assertThat(container.contextPaths()).contains("/calls", "/pages");
  }
}
