using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ZStackGen.Generator.Analysis;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.CodeFixes.TargetVersions;

/// <summary>Collects the files that state the target version, and the latest version that the diagnostics of their projects need.</summary>
internal sealed class TargetVersionRaises
{
    private readonly Dictionary<(ProjectId Project, string Current), TargetVersionSource?> _sources = [];
    private readonly Dictionary<string, (TargetVersionSource Source, string Needed)> _raises = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the title of the fix; <see langword="null"/> if there is nothing to change.</summary>
    public string? Title => _raises.Count == 0 ? null
        : _raises.Values.Select(static raise => raise.Needed).Distinct(StringComparer.Ordinal).Count() == 1 ? "Raise ZStackGenTargetVersion to " + _raises.Values.First().Needed
        : "Raise ZStackGenTargetVersion";

    /// <summary>Adds a diagnostic of a project, unless no file of the project states the target version.</summary>
    public async Task AddAsync(Project project, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(UsageProperties.Needed, out string? needed) || needed is null
            || !diagnostic.Properties.TryGetValue(UsageProperties.Target, out string? current) || current is null)
        {
            return;
        }

        if (!_sources.TryGetValue((project.Id, current), out TargetVersionSource? source))
            _sources.Add((project.Id, current), source = await TargetVersionSource.FindAsync(project, current, cancellationToken).ConfigureAwait(false));
        // Projects that share a file, such as the target frameworks of one project, need its latest version.
        if (source is not null && (!_raises.TryGetValue(source.Key, out (TargetVersionSource, string Needed) other) || SinceVersion.Compare(needed, other.Needed) > 0))
            _raises[source.Key] = (source, needed);
    }

    /// <summary>Returns the solution with the changed files.</summary>
    public async Task<Solution> ApplyAsync(Solution solution, CancellationToken cancellationToken)
    {
        foreach ((TargetVersionSource source, string needed) in _raises.Values)
        {
            SourceText text = await source.Document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            text = text.WithChanges(source.Place.To(needed));
            foreach (DocumentId id in source.Ids(solution))
            {
                solution = solution.GetAdditionalDocument(id) is not null
                    ? solution.WithAdditionalDocumentText(id, text)
                    : solution.WithDocumentText(id, text);
            }
        }

        return solution;
    }
}
