using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ZStackGen.Tool.Pages;

namespace ZStackGen.Tool.Importing.Sources;

/// <summary>Reads the files and folders of an import.</summary>
internal static class FileSources
{
    /// <summary>Reads all pages below <paramref name="paths"/>.</summary>
    /// <param name="paths">Files and folders as given on the command line.</param>
    /// <param name="limits">The limits of the import.</param>
    /// <param name="terminal">The terminal for notes and progress. Paths are relative to its working directory.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The pages in ordinal order of their paths.</returns>
    /// <exception cref="ToolException">A path does not exist, cannot be read or is larger than the limit.</exception>
    public static async Task<IReadOnlyList<ImportSource>> ReadAsync(
        IReadOnlyList<string> paths, ImportLimits limits, Terminal terminal, CancellationToken cancellationToken)
    {
        if (paths.Count == 0)
            return [];
        IReadOnlyList<PageFile> files = PageFinder.FindSources(paths, terminal);
        var folders = paths.Select(terminal.FullPath).Where(Directory.Exists).Select(static folder => Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar).ToList();
        var sources = new List<ImportSource>(files.Count);
        var problems = new List<string>();
        foreach (PageFile file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                long length = file.Length();
                if (length > limits.MostBytes)
                {
                    problems.Add($"'{file.ShownPath}' has {ImportLimits.SizeText(length)}, which exceeds the limit of {limits.Size}; split it, or increase --max-size");
                    continue;
                }

                byte[] content = length == 0 ? [] : await File.ReadAllBytesAsync(file.FullPath, cancellationToken).ConfigureAwait(false);
                bool isNamed = !folders.Exists(folder => file.FullPath.StartsWith(folder, StringComparison.Ordinal));
                var source = new ImportSource(file.ShownPath, file.RelativePath, content, null, isNamed);
                // A saved page can have frames, each a page of its own.
                IReadOnlyList<WebArchive.Part> parts = WebArchive.Read(content);
                sources.AddRange(parts.Count == 0 ? [source] : parts.Select((part, i) => source with { Content = part.Content, Charset = part.Charset, IsNamed = isNamed && i == 0 }));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                problems.Add($"'{file.ShownPath}' cannot be read: {e.Message}");
            }
        }

        return problems.Count == 0 ? sources : throw new ToolException(string.Join("\n", problems));
    }
}
