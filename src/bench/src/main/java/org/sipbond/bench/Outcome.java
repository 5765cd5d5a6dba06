package org.sipbond.bench;

import java.time.Duration;

/**
 * What became of a request.
 *
 * @param begun nanoseconds since the load began
 * @param status of the final response; 0 where none came
 * @param took until the final response
 */
record Outcome(long begun, int status, Duration took) {}
