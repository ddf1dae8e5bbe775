using System;
using System.Collections.Generic;

namespace ZStackGen.Specs.Tests;

/// <summary>A change that people, editors and converters make to pages, without a change in the meaning.</summary>
/// <param name="Name">The name that a failure reports.</param>
/// <param name="Apply">Changes the page.</param>
internal sealed record PageMutation(string Name, Action<EditedPage> Apply)
{
    /// <summary>Gets all mutations.</summary>
    public static IReadOnlyList<PageMutation> All { get; } = [.. TableMutations.All, .. CellMutations.All, .. SectionMutations.All, .. ConverterMutations.All];
}
