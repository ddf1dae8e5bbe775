using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using ZStackGen.Explorer.Apis;
using ZStackGen.Explorer.History;
using ZStackGen.Explorer.Samples;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Explorer.Site;

/// <summary>The JSON that the web page requests. The index is small and loads first; the details of an API load when it is opened.</summary>
internal sealed class ExplorerJson(ApiLibrary library, string? serverVersion = null)
{
    private readonly ElementJson _elements = new(library);
    private readonly ChangeHistory _history = ChangeHistory.Of(library);
    private readonly Lazy<ILookup<string, string>> _users = new(() => UsersOf(library));

    /// <summary>Writes all APIs with the fields that the list shows and the search uses.</summary>
    public JsonObject Index()
    {
        var apis = new JsonArray();
        foreach (ApiEntry api in library.Apis)
        {
            CatalogAction action = api.Action;
            var entry = new JsonObject
            {
                ["name"] = api.Name,
                ["category"] = action.Category,
                ["method"] = action.Method,
                ["path"] = action.Path,
                ["summary"] = Summary.Of(action.Description),
            };
            // Common values are left out: nothing can be shown before the list is loaded.
            ElementJson.Put(entry, "chinese", Summary.Of(library.Chinese.OfApi(api.Name)));
            ElementJson.PutSince(entry, ApiHistory.AddedOf(action));
            ElementJson.PutEnd(entry, action.Description);
            apis.Add(entry);
        }

        var index = new JsonObject
        {
            ["apis"] = apis,
            ["types"] = new JsonArray([.. library.Catalog.Structures.Select(static structure => JsonValue.Create(structure.TypeName))]),
            ["versions"] = new JsonArray([.. _history.Changes.Select(static change => change.Version).Distinct().Select(static version => JsonValue.Create(version))]),
            ["hasChinese"] = library.Chinese.Any,
        };
        ElementJson.Put(index, "serverVersion", serverVersion);
        return index;
    }

    /// <summary>Writes the texts that only the search needs, in the order of the index: each API's description and its parameters, in all languages.</summary>
    public JsonArray SearchTexts() => new([.. library.Apis.Select(api => (JsonNode)new JsonArray(
        Joined(api.Action.Description, library.Chinese.OfApi(api.Name)),
        new JsonObject(api.Action.Parameters.Where(static parameter => parameter.Name is not ("systemTags" or "userTags")).DistinctBy(static parameter => parameter.Name)
            .Select(parameter => new KeyValuePair<string, JsonNode?>(parameter.Name, Joined(parameter.Description, library.Chinese.OfParameter(api.Name, parameter.Name)))))))]);

    /// <summary>Writes the details of an API.</summary>
    public JsonObject Api(ApiEntry api)
    {
        CatalogAction action = api.Action;
        var structures = new SortedDictionary<string, CatalogStructure>(StringComparer.Ordinal);
        foreach (CatalogMember member in action.Parameters.Concat(action.Result))
            Reach(TypeWords.StructureOf(member.Type), structures);
        var detail = new JsonObject
        {
            ["name"] = api.Name,
            ["category"] = action.Category,
            ["method"] = action.Method,
            ["path"] = action.Path,
            ["alternatePaths"] = new JsonArray([.. action.AlternatePaths.Select(static path => JsonValue.Create(path))]),
            ["isAsync"] = api.IsAsync,
            ["isQuery"] = action.IsQuery,
            ["requiresSession"] = action.RequiresSession,
            ["parameters"] = new JsonArray([.. Parameters(api)]),
            ["result"] = new JsonArray([.. action.Result.Select(field => _elements.Member(field, library.Chinese.OfResult(api.Name, field.Name)))]),
            ["structures"] = Structures(structures),
            ["history"] = History(_history.OfApi(api.Name).Concat(structures.Keys.SelectMany(_history.OfType))),
        };
        ElementJson.PutSince(detail, ApiHistory.AddedOf(action));
        ElementJson.PutEnd(detail, action.Description);
        ElementJson.Put(detail, "description", action.Description);
        ElementJson.Put(detail, "chinese", library.Chinese.OfApi(api.Name));
        if (api.ResponseExample is { } example)
            detail["example"] = example.DeepClone();
        if (action.SystemTags.Count > 0)
            detail["systemTags"] = new JsonArray([.. action.SystemTags.Select(static tag => ElementJson.SystemTag(tag))]);
        return detail;
    }

    /// <summary>Writes the details of a structure.</summary>
    public JsonObject Type(CatalogStructure structure)
    {
        var structures = new SortedDictionary<string, CatalogStructure>(StringComparer.Ordinal);
        Reach(structure.TypeName, structures);
        return new JsonObject
        {
            ["name"] = structure.TypeName,
            ["structures"] = Structures(structures),
            ["history"] = History(_history.OfType(structure.TypeName)),
            ["usedBy"] = new JsonArray([.. _users.Value[structure.TypeName].Select(static api => JsonValue.Create(api))]),
        };
    }

    /// <summary>Writes the changes of each version.</summary>
    public JsonArray Changes() => History(_history.Changes);

    /// <summary>Writes the HTTP request of a call and its samples.</summary>
    public JsonObject Request(ApiEntry api, JsonObject arguments, string server)
    {
        PreparedRequest request = PreparedRequest.Of(api, arguments);
        return new JsonObject
        {
            ["method"] = request.Method,
            ["url"] = request.Url,
            ["body"] = request.Body,
            ["missing"] = new JsonArray([.. request.Missing.Select(static name => JsonValue.Create(name))]),
            ["samples"] = new JsonArray([.. CodeSampleWriter.Write(api, library, SecretArguments.Redact(arguments), server, withSession: true).Select(static sample => (JsonNode)new JsonObject { ["label"] = sample.Label, ["source"] = sample.Source })]),
        };
    }

    private IEnumerable<JsonNode> Parameters(ApiEntry api)
    {
        CatalogAction action = api.Action;
        if (action.IsQuery)
        {
            bool hasRoute = action.AlternatePaths.Any(path => path == action.Path + "/{uuid}");
            yield return Argument("uuid", TypeReference.String, hasRoute ? "path" : "query", "The UUID of the resource to return. All other arguments are then ignored.", "要返回的资源的 UUID。此时忽略其他参数。");
            foreach (QueryArgument argument in QueryArguments.All)
                yield return Argument(argument.Name, argument.Type, "query", argument.Description, argument.Chinese);
        }

        CatalogMember[] parameters = [.. action.Parameters];
        foreach (CatalogMember parameter in parameters)
        {
            JsonObject json = _elements.Member(parameter, library.Chinese.OfParameter(api.Name, parameter.Name));
            json["location"] = Location(action, parameter);
            json["isRequired"] = parameter.IsRequired;
            json["input"] = TypeWords.InputOf(parameter.Type);
            if (SampleArguments.ValueOf(api, parameter, library) is { } value)
                json["value"] = value;
            if (SecretArguments.IsSecret(parameter.Name))
                json["isSecret"] = true;
            ElementJson.Put(json, "picker", library.Resources.QueryFor(action.Path, parameter.Name)?.Name);
            yield return json;
        }
    }

    private static JsonObject Argument(string name, TypeReference type, string location, string description, string chinese) => new()
    {
        ["name"] = name,
        ["type"] = TypeWords.Of(type),
        ["location"] = location,
        ["isRequired"] = false,
        ["input"] = TypeWords.InputOf(type),
        ["description"] = description,
        ["chinese"] = chinese,
    };

    private static string Location(CatalogAction action, CatalogMember parameter) => parameter.Location switch
    {
        ParameterLocation.Path => "path",
        ParameterLocation.Query => "query",
        _ when parameter.InWrapper && action.Wrapper is { Length: > 0 } wrapper => "body: " + wrapper,
        _ => "body",
    };

    private JsonObject Structures(SortedDictionary<string, CatalogStructure> structures)
    {
        var all = new JsonObject();
        foreach ((string name, CatalogStructure structure) in structures)
        {
            var json = new JsonObject
            {
                ["fields"] = new JsonArray([.. structure.Members.Select(field => _elements.Member(field, library.Chinese.OfField(name, field.Name)))]),
            };
            ElementJson.Put(json, "extends", structure.Extends);
            ElementJson.PutSince(json, StatedVersion.Parse(structure.Since));
            ElementJson.PutEnd(json, structure.Description);
            ElementJson.Put(json, "description", structure.Description);
            ElementJson.Put(json, "chinese", library.Chinese.OfStructure(name));
            all[name] = json;
        }

        return all;
    }

    private static JsonArray History(IEnumerable<VersionChange> changes)
    {
        var versions = new JsonArray();
        // The changes of several owners are sorted again so that each version appears once.
        foreach (IGrouping<string, VersionChange> version in changes.GroupBy(static change => change.Version, StringComparer.Ordinal)
            .OrderByDescending(static group => group.Key, Comparer<string>.Create(SinceVersion.Compare)))
        {
            var items = new JsonArray();
            foreach (VersionChange change in version)
            {
                var item = new JsonObject { ["kind"] = change.Kind, ["owner"] = change.Owner };
                ElementJson.Put(item, "name", change.Name);
                // Defaults are omitted: an addition, and an exact version.
                if (change.Event != "added")
                    item["event"] = change.Event;
                if (change.Provenance != VersionProvenance.Exact)
                    item["provenance"] = StatedVersion.Name(change.Provenance);
                items.Add(item);
            }

            versions.Add(new JsonObject { ["version"] = version.Key, ["items"] = items });
        }

        return versions;
    }

    private void Reach(string? name, SortedDictionary<string, CatalogStructure> reached)
    {
        if (library.Structure(name) is not { } structure || !reached.TryAdd(structure.TypeName, structure))
            return;
        Reach(structure.Extends, reached);
        foreach (CatalogMember member in structure.Members)
            Reach(TypeWords.StructureOf(member.Type), reached);
    }

    private static ILookup<string, string> UsersOf(ApiLibrary library) => library.Apis
        .SelectMany(static api => api.Action.Parameters.Concat(api.Action.Result)
            .Select(static member => TypeWords.StructureOf(member.Type)).Where(static name => name is not null).Distinct()
            .Select(name => (Type: name!, Api: api.Name)))
        .ToLookup(static use => use.Type, static use => use.Api, StringComparer.Ordinal);

    // The search ignores the language, and a text often exists in one language only.
    private static string Joined(string? description, string? chinese) =>
        description is null || description == chinese ? chinese ?? "" : chinese is null ? description : description + "\n" + chinese;
}
