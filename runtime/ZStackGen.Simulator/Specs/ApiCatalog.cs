using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Extensions.Logging;
using ZStackGen.Specs;
using ZStackGen.Specs.Model;

namespace ZStack.Simulation.Specs;

/// <summary>All APIs and structures of the pages that a simulator was given, and the pages it could not use.</summary>
internal sealed class ApiCatalog
{
    private readonly Dictionary<string, StructureModel> _types = new(StringComparer.Ordinal);

    private ApiCatalog(IReadOnlyList<SimulatedApi> apis, IReadOnlyList<SkippedPage> skipped)
    {
        Apis = apis;
        Skipped = skipped;
        ByName = apis.ToDictionary(static api => api.Name, StringComparer.Ordinal);
    }

    public IReadOnlyList<SimulatedApi> Apis { get; }

    public IReadOnlyDictionary<string, SimulatedApi> ByName { get; }

    public IReadOnlyList<SkippedPage> Skipped { get; }

    /// <summary>The structure of that name, from a type page or from the API page that shows it.</summary>
    public StructureModel? Type(string? name) => name is not null && _types.TryGetValue(name, out StructureModel? type) ? type : null;

    public static ApiCatalog Load(SpecSource source, ILogger logger)
    {
        var byName = new Dictionary<string, SimulatedApi>(StringComparer.Ordinal);
        var pageTypes = new List<StructureModel>();
        var skipped = new List<SkippedPage>();
        foreach (SpecText text in source.Read())
        {
            PageReadResult result = SpecReader.Read(text.Path, text.Text);
            List<string> errors = [];
            foreach (Finding finding in result.Findings)
            {
                if (finding.Severity == FindingSeverity.Error)
                    errors.Add($"{finding.Id} at line {finding.Span.StartLine + 1}, column {finding.Span.StartColumn + 1}: {finding.Message}");
            }

            if (errors.Count > 0)
            {
                var page = new SkippedPage(text.Path, errors);
                skipped.Add(page);
                Log.PageSkipped(logger, page.Path, string.Join("; ", errors), null);
                continue;
            }

            foreach (ApiModel model in result.Page.Apis)
            {
                byName[model.Name] = byName.TryGetValue(model.Name, out SimulatedApi? other)
                    ? new SimulatedApi(ApiMerge.Merge(other.Model, model), other.Page)
                    : new SimulatedApi(model, text.Path);
            }

            pageTypes.AddRange(result.Page.Types);
        }

        foreach (SimulatedApi builtIn in BuiltInApis.All())
            byName.TryAdd(builtIn.Name, builtIn);
        var catalog = new ApiCatalog([.. byName.Values.OrderBy(static api => api.Name, StringComparer.Ordinal)], skipped);
        foreach (StructureModel type in pageTypes)
            catalog.AddType(type);
        foreach (SimulatedApi api in catalog.Apis)
        {
            foreach (StructureModel structure in api.Structures.Values)
                catalog.AddType(structure);
        }

        return catalog;
    }

    // A page that shows more of a structure than another one knows it better.
    private void AddType(StructureModel type)
    {
        if (type.Name is { Length: > 0 } name && (!_types.TryGetValue(name, out StructureModel? known) || known.Fields.Count < type.Fields.Count))
            _types[name] = type;
    }

    private static class Log
    {
        public static readonly Action<ILogger, string, string, Exception?> PageSkipped = LoggerMessage.Define<string, string>(
            LogLevel.Warning, new EventId(1, nameof(PageSkipped)), "The page '{Page}' is skipped: {Errors}");
    }
}
