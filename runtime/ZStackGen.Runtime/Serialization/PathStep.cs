using System;

namespace ZStack;

// A step of the way to the value at hand: a member's name or a map's key by its place in the answer, or an element's index.
internal struct PathStep
{
    public int Start;

    // Negative for an index, which is then Start.
    public int Length;

    [ThreadStatic]
    private static PathStep[]? s_free;

    // Taken, not shared: a reader may be used while another one reads.
    public static PathStep[] Take()
    {
        PathStep[] steps = s_free ?? new PathStep[16];
        s_free = null;
        return steps;
    }

    public static void GiveBack(PathStep[]? steps)
    {
        if (steps is not null)
            s_free = steps;
    }
}
