package org.sipbond.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipbond.core.resolve.DnsRecord.Srv;

class SrvOrderTest {

  /** RFC 2782, Weight: first running sum that is not less than the number; weight 0 in front. */
  @ParameterizedTest(name = "{0} drawn with {1}: {2}")
  @CsvSource({
    "a/1/10 b/1/20 c/1/30,   0 0 0,    a b c",
    "a/1/10 b/1/20 c/1/30,   10 20 30, a b c",
    "a/1/10 b/1/20 c/1/30,   11 11 10, b c a",
    "a/1/10 b/1/20 c/1/30,   31 0 20,  c a b",
    "a/1/10 b/1/20 c/1/30,   60 30 10, c b a",
    "a/1/10 b/1/0,           0 0,      b a",
    "a/1/10 b/1/0,           1 0,      a b",
    "a/1/0 b/1/0 c/1/0,      0 0 0,    a b c",
    "a/2/99 b/1/1 c/3/99,    0 0 0,    b a c",
    "a/2/10 b/1/10 c/2/10,   0 11 0,   b c a",
  })
  void drawsByWeightAmongEqualPriority(String records, String numbers, String order) {
    assertThat(
            SrvOrder.of(records(records), scripted(numbers)).stream()
                .map(Srv::target)
                .collect(Collectors.joining(" ")))
        .isEqualTo(order);
  }

  @Test
  void givesEachItsShare() {
    List<Srv> records = records("a/1/60 b/1/30 c/1/10 d/1/0");
    Random random = new Random(7);
    Map<String, Long> first =
        IntStream.range(0, 20_000)
            .mapToObj(call -> SrvOrder.of(records, random).get(0).target())
            .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));

    assertThat(first.get("a")).isBetween(11_500L, 12_300L);
    assertThat(first.get("b")).isBetween(5_600L, 6_300L);
    assertThat(first.get("c")).isBetween(1_750L, 2_250L);
    assertThat(first.get("d")).isBetween(120L, 290L);
  }

  private static List<Srv> records(String text) {
    return Arrays.stream(text.split(" "))
        .map(word -> word.split("/"))
        .map(
            word ->
                new Srv(
                    "_sip._udp.example.com",
                    Integer.parseInt(word[1]),
                    Integer.parseInt(word[2]),
                    5060,
                    word[0]))
        .toList();
  }

  private static RandomGenerator scripted(String numbers) {
    Deque<Integer> left =
        Arrays.stream(numbers.split(" "))
            .map(Integer::valueOf)
            .collect(Collectors.toCollection(ArrayDeque::new));
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        throw new UnsupportedOperationException("only bounded numbers are drawn");
      }

      @Override
      public int nextInt(int bound) {
        int number = left.pop();
        assertThat(number).isLessThan(bound);
        return number;
      }
    };
  }
}
