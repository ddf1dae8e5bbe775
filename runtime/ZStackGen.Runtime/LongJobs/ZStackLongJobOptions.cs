using System.Collections.Generic;

namespace ZStack;

/// <summary>Options of a long job.</summary>
public sealed class ZStackLongJobOptions
{
    /// <summary>Gets or sets the display name. The default is null.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the description. The default is null.</summary>
    public string? Description { get; set; }

    /// <summary>Gets or sets the UUID of the resource that the long job works on, by which long jobs can be queried. The default is null.</summary>
    public string? TargetResourceUuid { get; set; }

    /// <summary>Gets or sets the UUID of the long job: 32 hexadecimal digits. The default is null: the server creates a UUID.</summary>
    public string? ResourceUuid { get; set; }

    /// <summary>Gets or sets the system tags of the long job itself. The default is null.</summary>
    public IReadOnlyList<string>? SystemTags { get; set; }
}
