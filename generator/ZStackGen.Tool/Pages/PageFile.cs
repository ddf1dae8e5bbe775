using System.IO;

namespace ZStackGen.Tool.Pages;

/// <summary>A page on disk.</summary>
/// <param name="FullPath">The absolute path.</param>
/// <param name="Name">The page's name in results: relative to the folder given, with the folder's own name kept, <c>/</c> between segments.</param>
/// <param name="ShownPath">The path as the user would type it, <c>/</c> between segments, so that messages are clickable.</param>
/// <param name="RelativePath">The path below the folder given, <c>/</c> between segments. For a file given directly, its name.</param>
internal sealed record PageFile(string FullPath, string Name, string ShownPath, string RelativePath)
{
    /// <summary>Returns the number of bytes of the file, or of the file that a link refers to. A pipe or a device has none: reading it could wait forever.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public long Length()
    {
        var file = new FileInfo(FullPath);
        return file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo { Exists: true } target ? target.Length : file.Length;
    }
}
