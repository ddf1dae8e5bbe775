namespace ZStackGen.Tool.Importing.Planning;

/// <summary>A page that an import writes.</summary>
/// <param name="Name">The name of the API or the type.</param>
/// <param name="FullPath">The file.</param>
/// <param name="ShownPath">The path of the file for messages.</param>
/// <param name="Text">The text in the page format.</param>
/// <param name="Source">The page that describes it.</param>
/// <param name="Target">The existing page, if any.</param>
internal sealed record PlannedPage(string Name, string FullPath, string ShownPath, string Text, ImportedPage Source, TargetState Target);

/// <summary>The state of the file that a page is written to.</summary>
internal enum TargetState
{
    /// <summary>No file.</summary>
    Absent,

    /// <summary>A file with the same text.</summary>
    Same,

    /// <summary>A file with a different text.</summary>
    Different,
}
