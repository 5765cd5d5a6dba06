@NullMarked
package org.sipbond.cli;

import org.jspecify.annotations.NullMarked;
