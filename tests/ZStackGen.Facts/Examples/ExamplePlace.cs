using System.Collections.Generic;
using ZStackGen.Facts.Merging;
using ZStackGen.Facts.Pages;

namespace ZStackGen.Facts.Examples;

/// <summary>The place of a member in an example: the page and the structures around the member.</summary>
internal sealed class ExamplePlace(MergedApi api)
{
    /// <summary>Deeper structures would lengthen the page without showing anything new.</summary>
    private const int DeepestStructure = 3;

    private readonly Stack<string> _structures = new();

    /// <summary>Gets the path of the page.</summary>
    public string Page { get; } = PageSetWriter.PathOf(api);

    /// <summary>Gets the innermost structure, or else the API.</summary>
    public string Owner => _structures.TryPeek(out string? structure) ? structure : api.Name;

    /// <summary>Enters a structure.</summary>
    /// <returns><see langword="false"/> if the structure contains itself or is too deep.</returns>
    public bool Enter(MergedStructure structure)
    {
        if (_structures.Count == DeepestStructure || _structures.Contains(structure.Name))
            return false;
        _structures.Push(structure.Name);
        return true;
    }

    /// <summary>Leaves the structure that was entered last.</summary>
    public void Leave() => _structures.Pop();
}
