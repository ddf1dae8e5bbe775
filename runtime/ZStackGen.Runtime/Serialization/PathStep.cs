using System;

namespace ZStack;

// A step in the path of a value: the position of a member's name or a map's key in the response, or the index of an element.
internal struct PathStep
{
    public int Start;

    // Negative for an index, which is then stored in Start.
    public int Length;

    [ThreadStatic]
    private static PathStep[]? s_free;

    // The array is rented exclusively, because a reader can be used while another reader is in use.
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
