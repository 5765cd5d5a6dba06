package org.sipbond.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Tells over HTTP what {@code shared.txt} in its class path holds, and by which loader. */
public class SharingServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(shared(SharingServlet.class.getClassLoader()));
  }

  private static String shared(@Nullable ClassLoader loader) throws IOException {
    if (loader == null) {
      return "no loader";
    }
    try (InputStream stream = loader.getResourceAsStream("shared.txt")) {
      return (stream == null
              ? "nothing"
              : new String(stream.readAllBytes(), StandardCharsets.UTF_8))
          + " by "
          + System.identityHashCode(loader.getParent());
    }
  }
}
