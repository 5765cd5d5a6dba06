@NullMarked
package org.sipbond.container;

import org.jspecify.annotations.NullMarked;
