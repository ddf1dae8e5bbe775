using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using ZStack.Simulation.Responses;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;
using ZStackGen.Specs;

namespace ZStack.Simulation.Specs;

/// <summary>The APIs and structures of a simulator's pages, and the pages that could not be read.</summary>
internal sealed class ApiCatalog
{
    private static readonly Action<ILogger, string, string, Exception?> s_pageSkipped = LoggerMessage.Define<string, string>(
        LogLevel.Warning, new EventId(1, "PageSkipped"), "The page '{Page}' is skipped: {Errors}");

    private readonly Dictionary<string, SimulatedStructure> _types = new(StringComparer.Ordinal);

    private readonly HashSet<string> _described;

    private ApiCatalog(CatalogModel model, HashSet<string> described, Dictionary<string, string> examples, ServerClasses classes, IReadOnlyList<SkippedPage> skipped, VersionFilter version)
    {
        _described = described;
        Classes = classes;
        Forms = new ValueForms(Type);
        Apis = [.. model.Actions.Where(version.Has).Select(action => new SimulatedApi(action, version, examples.GetValueOrDefault(action.Name)))];
        ByName = Apis.ToDictionary(static api => api.Name, StringComparer.Ordinal);
        Skipped = skipped;
        var structures = model.Structures.ToDictionary(static structure => structure.TypeName, StringComparer.Ordinal);
        foreach (CatalogStructure structure in structures.Values)
        {
            List<CatalogMember> members = [];
            for (CatalogStructure? level = structure; level is not null; level = level.Extends is { } parent ? structures.GetValueOrDefault(parent) : null)
                members.AddRange(level.Members);
            _types[structure.TypeName] = new SimulatedStructure(structure.TypeName, [.. members.Where(version.Has)], [.. structure.Subclasses.Select(static subclass => subclass.Name).Where(structures.ContainsKey)], version.Omitted(members));
        }

        foreach (SimulatedApi api in Apis)
            api.CompleteExample(Forms);
    }

    /// <summary>Gets the APIs in ordinal order.</summary>
    public IReadOnlyList<SimulatedApi> Apis { get; }

    public IReadOnlyDictionary<string, SimulatedApi> ByName { get; }

    public IReadOnlyList<SkippedPage> Skipped { get; }

    public ServerClasses Classes { get; }

    public ValueForms Forms { get; }

    public IEnumerable<SimulatedStructure> Types => _types.Values;

    /// <summary>Determines whether a page describes an API, which otherwise is built in.</summary>
    public bool IsDescribed(string api) => _described.Contains(api);

    /// <summary>Returns the structure with a name; <see langword="null"/> if there is none.</summary>
    public SimulatedStructure? Type(string? name) => name is null ? null : _types.GetValueOrDefault(name);

    /// <summary>
    /// Determines whether a response with a declared type can contain a resource: of the type itself, or of a type that extends it.
    /// </summary>
    public bool Shows(string? promised, string? actual) =>
        promised is null || actual is null || promised == actual || Type(promised)?.Subclasses.Contains(actual) == true;

    public static ApiCatalog Load(SpecSource source, string? version, ILogger logger)
    {
        List<CatalogPage> pages = [];
        List<SkippedPage> skipped = [];
        var described = new HashSet<string>(StringComparer.Ordinal);
        var classes = new ServerClasses();
        var examples = new Dictionary<string, string>(StringComparer.Ordinal);
        IReadOnlyList<SpecText> texts = source.Read();
        var read = new PageReadResult?[texts.Count];
        Parallel.For(0, texts.Count, i => read[i] = texts[i].Page is null ? SpecReader.Read(texts[i].Path, texts[i].Text) : null);
        for (int i = 0; i < read.Length; i++)
        {
            SpecText text = texts[i];
            PageModel page = text.Page ?? read[i]!.Page;
            List<string> errors = [];
            foreach (Finding finding in read[i]?.Findings ?? [])
            {
                if (finding.Severity == FindingSeverity.Error)
                    errors.Add($"{finding.Id} at line {finding.Span.StartLine + 1}, column {finding.Span.StartColumn + 1}: {finding.Message}");
            }

            if (errors.Count > 0)
            {
                skipped.Add(new SkippedPage(text.Path, errors));
                s_pageSkipped(logger, text.Path, string.Join("; ", errors), null);
                continue;
            }

            pages.Add(CatalogPage.From(page));
            classes.ReadAnchors(text.Text);
            foreach (ApiModel api in page.Apis)
            {
                described.Add(api.Name);
                // If several pages describe an API, the first example is used.
                if (api.ResponseExample is { } example)
                    examples.TryAdd(api.Name, example);
            }
        }

        ApiModel[] builtIn = [.. BuiltInApis.All().Where(api => !described.Contains(api.Name))];
        pages.Add(CatalogPage.From(new PageModel("(built in)", builtIn.ToEquatableArray(), default)));
        return new ApiCatalog(TypeCatalog.Build(pages, CatalogOptions.Default), described, examples, classes, skipped, new VersionFilter(version));
    }
}
