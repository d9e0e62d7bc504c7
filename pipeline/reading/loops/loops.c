/* The loops of `in_python.py` in plain C, for ctypes: pdfium's functions come in as addresses, so nothing
   is linked and no headers of Python are needed. Whoever calls gives memory enough for all answers. */

#include <math.h>
#include <stddef.h>

#if defined(_WIN32)
#define EXPORT __declspec(dllexport)
#else
#define EXPORT
#endif

/* ------------------------------------------------------------------ asked of pdfium */

EXPORT void child_objects(void *(*function)(void *, int), void *parent, int count, void **out)
{
    for (int i = 0; i < count; i++)
        out[i] = function(parent, i);
}

EXPORT void part_handles(void *(*function)(void *), void **handles, int count, void **out)
{
    for (int i = 0; i < count; i++)
        out[i] = function(handles[i]);
}

EXPORT void ask_objects(int (*function)(void *), void **handles, int count, int *out)
{
    for (int i = 0; i < count; i++)
        out[i] = function(handles[i]);
}

EXPORT void ask_glyphs(int (*function)(void *, int), void *page, const int *indexes, int count,
                       int *out)
{
    for (int i = 0; i < count; i++)
        out[i] = function(page, indexes[i]);
}

EXPORT void glyph_figures(int (*function)(void *, int, void *), void *page, const int *indexes,
                          int count, int width, float *out)
{
    for (int i = 0; i < count; i++)
        function(page, indexes[i], out + (size_t)i * width);
}

EXPORT void object_colours(int (*function)(void *, unsigned *, unsigned *, unsigned *, unsigned *),
                           void **handles, int count, unsigned *out)
{
    for (int i = 0; i < count; i++, out += 4)
        function(handles[i], out, out + 1, out + 2, out + 3);
}

/* The glyphs that are printed: indexes, text objects and codes. Returns how many they are. */
EXPORT int printed_glyphs(void *(*object)(void *, int), int (*is_generated)(void *, int),
                          void *page, int count, int *indexes, void **objects, unsigned *codes)
{
    int kept = 0;
    for (int i = 0; i < count; i++) {
        void *target = object(page, i);
        if (!target || (codes[i] <= ' ' && is_generated(page, i)))
            continue;
        indexes[kept] = i;
        objects[kept] = target;
        codes[kept++] = codes[i];
    }
    return kept;
}

/* The x and y of the origin at which each band begins, and its font size in points: all x, all y,
   all sizes. 0 where one does not stand upright, or slants. */
EXPORT int base_lines(int (*matrix)(void *, int, void *), double (*size)(void *, int), void *page,
                 const int *indexes, const int *bands, int own, double *out)
{
    for (int band = 0; band < own; band++) {
        float of[6] = {0};
        int index = indexes[bands[band]];
        matrix(page, index, of);
        if (of[1] != 0 || of[2] != 0 || !(of[0] > 0 && of[3] > 0))
            return 0;
        out[band] = of[4];
        out[band + own] = of[5];
        out[band + 2 * (size_t)own] = size(page, index) * of[3];
    }
    return 1;
}

/* ------------------------------------------------------------------ made of the answers */

/* Where runs begin, and in the second half of `out` where bands do; then how many of each. */
EXPORT void find_starts(void **objects, const float *boxes, int count, int *out)
{
    int *starts = out, *bands = out + count, runs = 0, own = 0;
    const float *last = boxes;
    for (int i = 0; i < count; i++) {
        if (i && objects[i] == objects[i - 1])
            continue;
        const float *box = boxes + 4 * (size_t)i;
        if (!i || box[1] != last[1] || box[3] != last[3])
            bands[own++] = i;
        starts[runs++] = i;
        last = box;
    }
    out[2 * (size_t)count] = runs;
    out[2 * (size_t)count + 1] = own;
}

/* x0, top, x1 and bottom of all glyphs, column by column; 0 where they take more care. `lines` has
   all x, all y, all heights; `frame` left, top, width, height, ascent, descent and how near is near
   enough. `marks` gets, in three parts, where stretches of one top and bottom begin (at most as many
   as bands), which glyphs begin or end left of the one before in theirs (at most as many as glyphs),
   and how many of each there are, and of glyphs off the page. */
EXPORT int place_glyphs(const float *boxes, int count, const int *bands, int own, const double *lines,
                 const double *frame, double *out, int *marks)
{
    double *x0 = out, *tops = x0 + count, *x1 = tops + count, *bottoms = x1 + count;
    const double *x = lines, *y = x + own, *heights = y + own;
    double left = frame[0], top = frame[1], width = frame[2], height = frame[3];
    double ascent = frame[4], descent = frame[5], near = frame[6];
    int *turns = marks + own, *counts = turns + count, stretches = 0, turning = 0, off = 0;
    for (int band = 0; band < own; band++) {
        int first = bands[band], end = band + 1 < own ? bands[band + 1] : count;
        double upper = top - (y[band] + ascent * heights[band]);
        double lower = top - (y[band] - descent * heights[band]);
        if (!(fabs(x[band] - boxes[4 * (size_t)first]) < near) || !isfinite(upper + lower))
            return 0;
        int begins = !band || upper != tops[first - 1] || lower != bottoms[first - 1];
        if (begins)
            marks[stretches++] = first;
        for (int i = first; i < end; i++) {
            const float *box = boxes + 4 * (size_t)i;
            if (i && box[0] == box[-4] && (i > first || y[band] == y[band - 1]))
                return 0; /* a ligature */
            x0[i] = box[0] - left;
            x1[i] = (box[2] > box[0] ? box[2] : box[0]) - left;
            if (!isfinite(x0[i] + x1[i]))
                return 0;
            tops[i] = upper;
            bottoms[i] = lower;
            if ((i > first || !begins) && (x0[i] < x0[i - 1] || x1[i] < x1[i - 1]))
                turns[turning++] = i;
            off += x1[i] < 0 || lower < 0 || x0[i] > width || upper > height;
        }
    }
    counts[0] = stretches;
    counts[1] = turning;
    counts[2] = off;
    return 1;
}

/* Whether a run begins before the end of an earlier one on its line: `ends` has room for so many
   lines, each a point high. -1 where one stands on none of them. */
EXPORT int runs_overlap(const int *starts, int runs, const double *x0, const double *x1,
                      const double *bottoms, int count, double *ends, int lines)
{
    for (int line = 0; line < lines; line++)
        ends[line] = -INFINITY;
    for (int run = 0; run < runs; run++) {
        int first = starts[run], last = (run + 1 < runs ? starts[run + 1] : count) - 1;
        if (!(bottoms[first] >= 0 && bottoms[first] < lines))
            return -1;
        int line = (int)bottoms[first];
        if (x0[first] + x1[first] < ends[line])
            return 1;
        ends[line] = x1[last] * 2;
    }
    return 0;
}
