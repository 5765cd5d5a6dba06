package org.sipbond.core.b2bua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderPolicyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Via",
        "v",
        "Contact",
        "m",
        "Record-Route",
        "Route",
        "Call-ID",
        "call-id",
        "i",
        "From",
        "f",
        "To",
        "t",
        "CSeq",
        "Max-Forwards",
        "Path",
        "Service-Route",
        "User-Agent",
        "Server",
        "Supported",
        "k",
        "Require",
        "RSeq",
        "RAck",
        "Warning",
        "X-Sipbond-Destination"
      })
  void keepsWhatBelongsToOneLeg(String header) {
    assertThat(HeaderPolicy.passes(header)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Subject", "X-Account", "Session-Expires", "Date", "Allow", "Reason"})
  void passesTheRest(String header) {
    assertThat(HeaderPolicy.passes(header)).isTrue();
  }

  @Test
  void passesOnlyOptionsThatNeedNoHelp() {
    assertThat(HeaderPolicy.passingOptions(List.of("100rel, timer", "outbound,replaces")))
        .contains("timer");
    assertThat(HeaderPolicy.passingOptions(List.of("100rel"))).isEmpty();
  }

  @Test
  void namesTheRequiredOptionsItCannotServe() {
    assertThat(HeaderPolicy.unsupportedOptions(List.of("100rel, timer", "gruu")))
        .contains("100rel, gruu");
    assertThat(HeaderPolicy.unsupportedOptions(List.of("timer"))).isEmpty();
    assertThat(HeaderPolicy.unsupportedOptions(List.of())).isEmpty();
  }
}
