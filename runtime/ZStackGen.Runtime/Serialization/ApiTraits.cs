using System;

namespace ZStack.Serialization;

/// <summary>What the documentation says about an API's manner of working.</summary>
/// <remarks>Whether a call is answered at once or by a job is decided by the answer (200 or 202), not by this.</remarks>
[Flags]
public enum ApiTraits
{
    /// <summary>Answered at once, to anybody.</summary>
    None = 0,

    /// <summary>Needs a session or an access key.</summary>
    RequiresSession = 1,

    /// <summary>Answered with a job that is polled (PROTOCOL.md §3).</summary>
    Asynchronous = 2,

    /// <summary>A query: takes conditions, paging and sorting (PROTOCOL.md §5).</summary>
    Query = 4,
}
