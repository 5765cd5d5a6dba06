@NullMarked
package org.sipbond.distribution;

import org.jspecify.annotations.NullMarked;
