using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace ZStackGen.CodeFixes.TargetVersions;

/// <summary>Represents the file that states the target version of a project.</summary>
/// <param name="Document">The file: an additional file, or the source file of a file-based program.</param>
/// <param name="Place">The place in the file.</param>
internal sealed record TargetVersionSource(TextDocument Document, TargetVersionPlace Place)
{
    /// <summary>Gets a key that is the same for all documents of one file.</summary>
    public string Key => Document.FilePath ?? Document.Id.ToString();

    /// <summary>
    /// Returns the file that states the version which is in effect; <see langword="null"/> if none does. A file that states another version is
    /// not changed, because something else decides: a condition, another file or the command line.
    /// </summary>
    public static async Task<TargetVersionSource?> FindAsync(Project project, string current, CancellationToken cancellationToken)
    {
        TextDocument? projectFile = project.AdditionalDocuments.FirstOrDefault(file => IsProjectFile(file, project));
        ProjectFileText? own = projectFile is null ? null : await ReadAsync(projectFile, current, cancellationToken).ConfigureAwait(false);
        if (own is { Value: { } value })
            return new TargetVersionSource(projectFile!, value);
        if (own is { HasUnconditional: true })
            return null;
        if (await InDirectiveAsync(project, current, cancellationToken).ConfigureAwait(false) is { } directive)
            return directive;
        foreach (TextDocument file in project.AdditionalDocuments.Where(static file => HasExtension(file, ".props")))
        {
            if (await ReadAsync(file, current, cancellationToken).ConfigureAwait(false) is { Value: { } shared })
                return new TargetVersionSource(file, shared);
        }

        // A condition of an element that is already there may refer to the property itself.
        return own is { HasConditional: false, End: { } end } ? new TargetVersionSource(projectFile!, end) : null;
    }

    /// <summary>Returns all documents of the file: a file that projects share has one in each of them.</summary>
    public IEnumerable<DocumentId> Ids(Solution solution)
    {
        DocumentId[] all = Document.FilePath is { } path ? [.. solution.GetDocumentIdsWithFilePath(path)] : [];
        return all.Length == 0 ? [Document.Id] : all.Where(id => solution.GetAdditionalDocument(id) is not null || solution.GetDocument(id) is not null);
    }

    private static async Task<ProjectFileText?> ReadAsync(TextDocument file, string current, CancellationToken cancellationToken) =>
        ProjectFileText.Read((await file.GetTextAsync(cancellationToken).ConfigureAwait(false)).ToString(), current);

    private static async Task<TargetVersionSource?> InDirectiveAsync(Project project, string current, CancellationToken cancellationToken)
    {
        // The SDK and the editors set this feature for a program without a project.
        if (project.ParseOptions?.Features.ContainsKey("FileBasedProgram") != true)
            return null;
        foreach (Document document in project.Documents)
        {
            if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is { } root && PropertyDirective.Find(root, current) is { } place)
                return new TargetVersionSource(document, place);
        }

        return null;
    }

    private static bool IsProjectFile(TextDocument file, Project project) =>
        HasExtension(file, ".csproj") && (project.FilePath is null || string.Equals(Path.GetFullPath(project.FilePath), Path.GetFullPath(file.FilePath), StringComparison.OrdinalIgnoreCase));

    private static bool HasExtension(TextDocument file, string extension) => file.FilePath?.EndsWith(extension, StringComparison.OrdinalIgnoreCase) == true;
}
