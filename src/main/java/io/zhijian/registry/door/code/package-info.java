/** QR codes of released subjects: drawn for a host's first page, read from a picture. */
@NullMarked
package io.zhijian.registry.door.code;

import org.jspecify.annotations.NullMarked;
