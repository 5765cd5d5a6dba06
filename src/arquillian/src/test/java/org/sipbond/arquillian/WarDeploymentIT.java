package org.sipbond.arquillian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.sipbond.core.bond.Listener;

@ArquillianTest
class WarDeploymentIT {
  @ArquillianResource private SipListeners listeners;
  @ArquillianResource private URI uri;

  @Deployment(testable = false)
  static WebArchive war() {
    return Archives.sip("converged.war", "converged", AnsweringServlet.class)
        .addAsWebResource(new StringAsset("a page"), "page.txt");
  }

  @Test
  void answersSipOnEveryListener() throws IOException {
    for (Listener listener : listeners.all()) {
      assertThat(Options.to(listener).header("X-Application"))
          .as(listener.notation())
          .contains("converged");
    }
  }

  @Test
  void answersHttp() throws IOException, InterruptedException {
    HttpResponse<String> page =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(uri.resolve("page.txt")).build(), BodyHandlers.ofString());
    assertThat(uri.getPath()).isEqualTo("/converged/");
    assertThat(page.body()).isEqualTo("a page");
  }
}
