package org.sipbond.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sipbond.core.attempt.AttemptFailure;
import org.sipbond.core.attempt.RequestSize;
import org.sipbond.core.bond.Rejection;
import org.sipbond.core.resolve.DnsAnswer;
import org.sipbond.core.resolve.RecordType;
import org.sipbond.core.rule.Ruling;

class ExplanationJsonTest {
  private static final Pattern FIELD_OF_A_ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|");
  private static final Inquiry REQUEST = new Inquiry.Request(Example.invite());
  private static final Inquiry CALL = new Inquiry.Call("a84b4c@192.0.2.7", Example.invite());
  private static final String CARRIER = "sip:carrier1.example.com;transport=udp";

  @Test
  void writesACall() {
    assertThat(parsed(call()))
        .isEqualTo(
            JsonParser.parseString(
                """
                {
                  "question": {
                    "method": "INVITE",
                    "uri": "sip:00431@192.0.2.1",
                    "source": "192.0.2.7",
                    "listener": "int-udp",
                    "socket": "udp:192.0.2.1:5060",
                    "from": "sip:alice@example.com",
                    "to": "sip:00431@example.com",
                    "callId": "a84b4c@192.0.2.7"
                  },
                  "outcome": "chosen",
                  "ruling": {"rule": 1, "from": "intern", "to": "extern", "nextHop": "carrier1"},
                  "bond": "extern",
                  "requestUri": "sip:00431@carrier1.example.com;transport=udp",
                  "dns": {
                    "answers": [
                      {
                        "type": "SRV",
                        "name": "_sip._udp.carrier1.example.com",
                        "status": "noerror",
                        "records": ["srv 10 1 5060 b.example.com"],
                        "ttl": 42,
                        "server": "192.0.2.53:53",
                        "freshness": "cached"
                      },
                      {
                        "type": "A",
                        "name": "b.example.com",
                        "status": "noerror",
                        "records": ["192.0.2.9"],
                        "ttl": 42,
                        "server": "192.0.2.53:53",
                        "freshness": "cached"
                      }
                    ],
                    "dropped": []
                  },
                  "candidates": [
                    {
                      "destination": "udp:192.0.2.9:5060",
                      "transport": "udp",
                      "address": "192.0.2.9",
                      "port": 5060,
                      "domain": "carrier1.example.com",
                      "foundBy": ["SRV _sip._udp.carrier1.example.com", "A b.example.com"],
                      "last": {"why": "unanswered", "since": "2026-11-21T10:00:00Z"},
                      "member": "ext-udp",
                      "socket": "udp:192.0.2.4:5060",
                      "bond": "extern",
                      "rejected": [
                        {
                          "bond": "extern",
                          "member": "ext-tls6",
                          "socket": "tls:[2001:db8::1]:5061",
                          "cause": "transport",
                          "reason": "transport tls is not udp"
                        }
                      ]
                    }
                  ],
                  "attempts": [
                    {
                      "destination": "udp:192.0.2.9:5060",
                      "transport": "udp",
                      "address": "192.0.2.9",
                      "port": 5060,
                      "domain": "carrier1.example.com",
                      "member": "ext-udp",
                      "socket": "udp:192.0.2.4:5060",
                      "bond": "extern",
                      "outcome": "timeout",
                      "remark": "1712 bytes, though by udp for want of anything else"
                    }
                  ],
                  "chosen": {
                    "destination": "udp:192.0.2.9:5060",
                    "transport": "udp",
                    "address": "192.0.2.9",
                    "port": 5060,
                    "domain": "carrier1.example.com",
                    "member": "ext-udp",
                    "socket": "udp:192.0.2.4:5060",
                    "bond": "extern"
                  },
                  "headers": {
                    "via": "SIP/2.0/UDP 192.0.2.204:5080",
                    "contact": "<sip:alice@192.0.2.204:5080>",
                    "recordRoute": "none: back-to-back user agent"
                  }
                }
                """));
  }

  @Test
  void writesARefusalByTheRules() {
    assertThat(refused().json())
        .hasToString(
            "{\"question\":{\"method\":\"INVITE\",\"uri\":\"sip:00431@192.0.2.1\","
                + "\"source\":\"192.0.2.7\",\"listener\":\"int-udp\","
                + "\"socket\":\"udp:192.0.2.1:5060\",\"from\":\"sip:alice@example.com\","
                + "\"to\":\"sip:00431@example.com\"},\"outcome\":\"refused\","
                + "\"refusal\":{\"status\":603,\"cause\":\"rejected\","
                + "\"reason\":\"rejected by rule 2\"}}");
  }

  @Test
  void writesThatDnsLeadsNowhere() {
    assertThat(parsed(Example.allInTurn().uri("sip:nobody.example.com")))
        .isEqualTo(
            JsonParser.parseString(
                """
                {
                  "question": {"uri": "sip:nobody.example.com"},
                  "outcome": "unlocated",
                  "bond": "extern",
                  "requestUri": "sip:nobody.example.com",
                  "dns": {
                    "answers": [
                      {
                        "type": "NAPTR",
                        "name": "nobody.example.com",
                        "status": "nxdomain",
                        "records": [],
                        "ttl": 42,
                        "server": "192.0.2.53:53",
                        "freshness": "cached"
                      }
                    ],
                    "dropped": []
                  },
                  "refusal": {
                    "status": 404,
                    "cause": "nxdomain",
                    "reason": "no such domain",
                    "detail": "NAPTR nobody.example.com"
                  }
                }
                """));
  }

  @Test
  void tellsOutcomesApart() {
    assertThat(examples().map(example -> parsed(example).getAsJsonObject().get("outcome")))
        .extracting(JsonElement::getAsString)
        .containsExactly("chosen", "refused", "unlocated", "no-member", "pending", "chosen");
  }

  @Test
  void hasTheFieldsThatTheGuideLists() throws IOException {
    String guide = Files.readString(Path.of("../docs/explain.md"));
    Set<String> written = new TreeSet<>();
    examples().forEach(example -> gather("", parsed(example), written));

    assertThat(FIELD_OF_A_ROW.matcher(guide).results().map(row -> row.group(1)))
        .containsExactlyInAnyOrderElementsOf(written);
  }

  @Test
  void hasTheValuesThatTheGuideLists() throws IOException {
    assertThat(values("dns.answers[].type")).containsExactly(words(RecordType.values()));
    assertThat(values("dns.answers[].status")).containsExactly(labels(DnsAnswer.Status.values()));
    assertThat(values("dns.answers[].freshness"))
        .containsExactly(labels(DnsAnswer.Freshness.values()));
    assertThat(values("candidates[].rejected[].cause"))
        .containsExactly(labels(Rejection.Cause.values()));
    assertThat(values("candidates[].last.why")).contains(labels(AttemptFailure.values()));
  }

  /** The words in code letters of a row, without its name. */
  private static List<String> values(String field) throws IOException {
    String row =
        Files.readAllLines(Path.of("../docs/explain.md")).stream()
            .filter(line -> line.startsWith("| `" + field + "` |"))
            .findFirst()
            .orElseThrow();
    return Pattern.compile("`([^`]+)`")
        .matcher(row.substring(field.length() + "| `` |".length()))
        .results()
        .map(word -> word.group(1))
        .toList();
  }

  private static String[] words(Enum<?>... constants) {
    return Arrays.stream(constants).map(Enum::name).toArray(String[]::new);
  }

  private static String[] labels(Enum<?>... constants) {
    return Arrays.stream(constants).map(Label::of).toArray(String[]::new);
  }

  private static Stream<Explanation> examples() {
    return Stream.of(
        call(),
        refused(),
        Example.allInTurn().uri("sip:nobody.example.com"),
        Example.allInTurn().uri("sip:[2001:db8::9]"),
        new Explanation(CALL, new Outcome.Pending(Example.byRule(CARRIER))),
        Example.tlsFailed().ruled(REQUEST, "sip:carrier1.example.com"));
  }

  private static Explanation call() {
    Explanation begun = Example.nobodyInTurn().ruled(CALL, CARRIER);
    return begun.after(
        List.of(
            Trial.waiting(begun.chosen().orElseThrow())
                .sized(new RequestSize(1712))
                .failed(AttemptFailure.TIMEOUT)));
  }

  private static Explanation refused() {
    return new Explanation(
        REQUEST,
        new Outcome.Refused(
            new Ruling.Refuse(Ruling.Refuse.Cause.REJECTED, 603, "rejected by rule 2")));
  }

  private static JsonElement parsed(Explanation explanation) {
    return JsonParser.parseString(explanation.json().toString());
  }

  /** The path of each field that is no object itself, {@code []} for the items of a list. */
  private static void gather(String path, JsonElement element, Set<String> paths) {
    if (element.isJsonObject()) {
      element
          .getAsJsonObject()
          .asMap()
          .forEach(
              (name, field) -> gather(path.isEmpty() ? name : path + "." + name, field, paths));
    } else if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(item -> gather(path + "[]", item, paths));
    } else {
      paths.add(path);
    }
  }
}
