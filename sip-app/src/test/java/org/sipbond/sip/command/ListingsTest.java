package org.sipbond.sip.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipbond.core.json.Json;

class ListingsTest {
  private final Listings listings = new Listings(Shown.APPLICATION);

  @Test
  void listsTheListenersAndWhatPeersSeeOfThem() {
    assertThat(listings.listeners().text())
        .isEqualTo(
            """
            int-udp  udp:192.0.2.1:5060                        in use
            ext-udp  udp:192.0.2.2:5060  as 198.51.100.7:5060  drained""");
    assertThat(listings.listeners().json().toString())
        .isEqualTo(
            """
            [{"name":"int-udp","socket":"udp:192.0.2.1:5060","advertised":"192.0.2.1:5060",\
            "state":"in use"},\
            {"name":"ext-udp","socket":"udp:192.0.2.2:5060","advertised":"198.51.100.7:5060",\
            "state":"drained"}]""");
  }

  @Test
  void listsTheBondsAndWhatTheyCanSend() {
    assertThat(listings.bonds().text())
        .isEqualTo("extern  ext-udp, ext-tcp  udp over ipv4, tcp over ipv4  reject");
    assertThat(listings.bonds().json().toString())
        .isEqualTo(
            """
            [{"name":"extern","members":["ext-udp","ext-tcp"],\
            "coverage":["udp over ipv4","tcp over ipv4"],"onNoMatch":"reject"}]""");
  }

  @Test
  void writesNothingToATerminalThatAPeerMadeUp() {
    Told told = Told.lines(List.of("a\u001b[2J\nb"), callId -> callId, Json::of);
    assertThat(told.text()).isEqualTo("a\\u001b[2J\\u000ab");
    assertThat(told.json()).hasToString("[\"a\\u001b[2J\\u000ab\"]");
  }
}
