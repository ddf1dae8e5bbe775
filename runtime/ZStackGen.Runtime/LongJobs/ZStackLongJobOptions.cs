using System.Collections.Generic;

namespace ZStack;

/// <summary>What is kept with a long job beside its work.</summary>
public sealed class ZStackLongJobOptions
{
    /// <summary>A name to be shown.</summary>
    public string? Name { get; set; }

    /// <summary>A description to be shown.</summary>
    public string? Description { get; set; }

    /// <summary>The resource that the job works on, to find the job by.</summary>
    public string? TargetResourceUuid { get; set; }

    /// <summary>The UUID that the long job shall have: 32 hexadecimal digits. Made by the server if null.</summary>
    public string? ResourceUuid { get; set; }

    /// <summary>System tags of the long job itself.</summary>
    public IReadOnlyList<string>? SystemTags { get; set; }
}
