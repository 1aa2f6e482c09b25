package org.mhpcheck.checker.bind.source;

/** C of our own that has what kernels have: attributes, initialisers, macros over lines. */
public final class LikeTheKernels {
  public static final String C =
      """
      // SPDX-License-Identifier: Apache-2.0
      /*
       * Boxes, and "what" is in them.
       */
      #define BOX_SHIFT	27
      #define for_each_box(nr)				\\
      	for (nr = next_box(-1);				\\
      	     nr != -1;					\\
      	     nr = next_box(nr))

      # 12 "mm/sparse.c"
      struct box *boxes[NR_BOXES]
      	____cacheline_internodealigned_in_smp;
      EXPORT_SYMBOL(boxes);

      enum { BOX_FULL = (1, 2), BOX_EMPTY, };
      typedef int (*open_fn)(struct box *, unsigned long [2]);

      static const struct box_operations ops __ro_after_init = {
      	.open	= open_box,
      	.name	= "a \\"box\\", {not} ')'",
      };

      static int __meminit __attribute__((__warn_unused_result__))
      open_box(struct box *box, unsigned long pfn, unsigned long nr_pages)
      {
      	unsigned long map[BITS_TO_LONGS(64)] = { 0 };
      	char c = '{';

      	if (WARN(!box->map, "box %p at %lx: no map\\n", box, pfn))
      		return -EINVAL;
      	for_each_box(pfn) {
      		bitmap_or(box->map, map, box->map, 64); // both
      	}
      	return c == '}' ? 0 : box->operations->open(box, map);
      }

      void (*chosen(int which))(void) { return which ? shut : lost; }
      static int old_style(a, b) int a; char *b; { return a + *b; }
      extern unsigned long box_of(const struct page *page);
      union { int a; char b[4]; } both = { .a = 1 }, *one, other[2];
      """;

  private LikeTheKernels() {}
}
