package org.sipbond.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code sipbond explain URI} and {@code sipbond explain --call-id ID}. */
@CommandLine.Command(
    name = "explain",
    description = "say why a call went where it did, or where one would go")
public final class ExplainCommand extends Verb implements Callable<Integer> {
  @CommandLine.Mixin private final Output output = new Output();

  @CommandLine.ArgGroup(multiplicity = "1")
  private final What what = new What();

  /** One of two questions. */
  static final class What {
    @CommandLine.Option(
        names = "--call-id",
        paramLabel = "ID",
        required = true,
        description = "of one of the last calls, as the caller sent it")
    private @Nullable String callId;

    @CommandLine.ArgGroup(exclusive = false)
    private @Nullable Request request;
  }

  /** A request that nobody sent. */
  static final class Request {
    @CommandLine.Parameters(paramLabel = "URI", description = "the Request-URI of a request")
    private String uri = "";

    @CommandLine.Option(
        names = "--from",
        paramLabel = "BOND",
        description = "it comes in by; needed where rules name several")
    private String from = "";

    @CommandLine.Option(
        names = "--source",
        paramLabel = "IP",
        description = "it comes from; else the address of the bond's first member")
    private String source = "";

    @CommandLine.Option(names = "--method", paramLabel = "METHOD", description = "else INVITE")
    private String method = "";
  }

  @Override
  public Integer call() {
    Request request = what.request;
    return request == null
        ? ask(output, "explainCall", String.valueOf(what.callId))
        : ask(output, "explain", request.uri, request.from, request.source, request.method);
  }
}
