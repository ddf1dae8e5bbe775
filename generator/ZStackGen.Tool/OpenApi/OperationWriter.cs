using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using Location = ZStackGen.Specs.Model.ParameterLocation;
using Microsoft.OpenApi;
using StatedVersion = ZStackGen.Specs.Model.StatedVersion;
using ZStackGen.Explorer.Apis;
using ZStackGen.Explorer.Samples;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Tool.OpenApi;

/// <summary>Writes an API as operations, one for each of its paths.</summary>
internal sealed class OperationWriter(OpenApiDocument document, ApiLibrary library, SchemaWriter schemas, ProtocolParts protocol, bool mergesActions)
{
    private readonly PathKeys _keys = new();
    private readonly HashSet<string> _operationIds = new(StringComparer.Ordinal);

    /// <summary>Adds an API.</summary>
    public void Add(ApiEntry api)
    {
        HttpMethod method = HttpMethod.Parse(api.Action.Method);
        string? action = api.Action.Method == "PUT" && api.Action.Path.EndsWith("/actions", StringComparison.Ordinal) ? api.Action.Wrapper : null;
        string result = AddResult(api);
        OpenApiRequestBody? body = Body(api);
        if (action is not null && mergesActions)
        {
            Merge(api, result, body);
            return;
        }

        bool isMain = true;
        foreach (string path in api.Paths)
        {
            if (_keys.Take(api.Name, method, path, action) is not { } place)
                continue;
            OpenApiOperation operation = Operation(api, path, place.Variables, result);
            operation.OperationId = OperationId(api.Name, path, isMain);
            operation.RequestBody = body;
            isMain = false;
            if (!document.Paths.TryGetValue(place.Key, out IOpenApiPathItem? item))
                document.Paths[place.Key] = item = new OpenApiPathItem { Operations = new Dictionary<HttpMethod, OpenApiOperation>() };
            item.Operations![method] = operation;
        }
    }

    private OpenApiOperation Operation(ApiEntry api, string path, string[] variables, string result)
    {
        CatalogAction action = api.Action;
        var operation = new OpenApiOperation
        {
            // Tools list operations by their summary, and users know ZStack's APIs by name.
            Summary = api.Name,
            Description = OpenApiText.Describe(action.Description, action.Since),
            Tags = new HashSet<OpenApiTagReference> { new(action.Category, document) },
            Security = action.RequiresSession ? protocol.Session() : [],
            Parameters = Parameters(api, path, variables),
            Responses = [],
            Extensions = new Dictionary<string, IOpenApiExtension>
            {
                ["x-zstack-api"] = new JsonNodeExtension(action.Name),
                ["x-badges"] = new JsonNodeExtension(Badges(api)),
                ["x-codeSamples"] = new JsonNodeExtension(CodeSamples(api)),
            },
        };
        LifeExtensions.Add(operation, action.Since, action.Description);
        if (api.IsAsync)
        {
            operation.Responses["202"] = ProtocolParts.Json("The call was accepted and runs as a job. Read its result with GetJobResult.", schemas.Reference(protocol.Job));
            operation.Callbacks = new Dictionary<string, IOpenApiCallback> { ["jobDone"] = JobDone(result, api.ResponseExample) };
        }
        else
        {
            operation.Responses["200"] = ProtocolParts.Json("The result.", schemas.Reference(result), api.ResponseExample);
        }

        protocol.AddFailures(operation.Responses);
        return operation;
    }

    private void Merge(ApiEntry api, string result, OpenApiRequestBody? body)
    {
        (string key, string[] variables) = _keys.Share(api.Action.Path);
        if (!document.Paths.TryGetValue(key, out IOpenApiPathItem? item))
            document.Paths[key] = item = new OpenApiPathItem { Operations = new Dictionary<HttpMethod, OpenApiOperation>() };
        OpenApiOperation operation = Operation(api, api.Action.Path, variables, result);
        operation.RequestBody = body;
        if (item.Operations!.TryGetValue(HttpMethod.Put, out OpenApiOperation? shared))
        {
            MergedActions.Add(shared, api, operation);
            return;
        }

        item.Operations[HttpMethod.Put] = MergedActions.Begin(api, operation);
        operation.OperationId = UniqueId(MergedActions.OperationId(key));
    }

    // The server posts the finished job's result to the address in X-Web-Hook. Only a callback can describe that result in OpenAPI.
    private OpenApiCallback JobDone(string result, JsonObject? example)
    {
        var callback = new OpenApiCallback();
        var operation = new OpenApiOperation
        {
            Description = "Sent when the job is done, if the call had a header X-Web-Hook. The job's result has the same body.",
            RequestBody = new OpenApiRequestBody
            {
                Content = ProtocolParts.JsonContent(new OpenApiSchema { OneOf = [schemas.Reference(result), schemas.Reference(protocol.Error)] }, example),
            },
            Responses = new OpenApiResponses { ["200"] = new OpenApiResponse { Description = "Received. After any other response the server tries again." } },
        };
        callback.AddPathItem(
            RuntimeExpression.Build("$request.header.X-Web-Hook"),
            new OpenApiPathItem { Operations = new Dictionary<HttpMethod, OpenApiOperation> { [HttpMethod.Post] = operation } });
        return callback;
    }

    private string AddResult(ApiEntry api)
    {
        OpenApiSchema schema = schemas.ObjectOf(api.Action.Result, isArgument: false);
        schema.Description = $"The result of {api.Name}.";
        return schemas.AddUnique(api.Name + "Result", schema);
    }

    private List<IOpenApiParameter> Parameters(ApiEntry api, string path, string[] variables)
    {
        CatalogAction action = api.Action;
        List<string> own = PathKeys.VariablesOf(path);
        var parameters = new List<IOpenApiParameter>();
        for (int i = 0; i < own.Count; i++)
        {
            CatalogMember? member = action.Parameters.FirstOrDefault(parameter => (parameter.PathVariable ?? parameter.Name) == own[i]);
            OpenApiParameter parameter = member is null
                ? new OpenApiParameter { Schema = new OpenApiSchema { Type = JsonSchemaType.String } }
                : Parameter(member);
            parameter.Name = variables[i];
            parameter.In = ParameterLocation.Path;
            parameter.Required = true;
            if (member is not null)
                parameter.Example = SampleArguments.ValueOf(api, member, library);
            if (member is not null && member.Name != variables[i])
                (parameter.Extensions ??= new Dictionary<string, IOpenApiExtension>())["x-zstack-name"] = new JsonNodeExtension(member.Name);
            parameters.Add(parameter);
        }

        foreach (CatalogMember member in action.Parameters)
        {
            if (member.Location != Location.Query || own.Contains(member.PathVariable ?? member.Name))
                continue;
            OpenApiParameter parameter = Parameter(member);
            parameter.Name = member.Name;
            parameter.In = ParameterLocation.Query;
            parameter.Required = member.IsRequired;
            if (member.Type.Kind == ValueKind.Map)
                parameter.Description = $"{parameter.Description} Each entry travels as `{member.Name}.key=value`, which OpenAPI has no style for.".TrimStart();
            parameters.Add(parameter);
        }

        // The path of a single resource ignores all other arguments (PROTOCOL.md §5.3).
        if (action.IsQuery && own.Count == 0)
            protocol.AddQueryArguments(parameters);
        return parameters;
    }

    private OpenApiParameter Parameter(CatalogMember member)
    {
        var parameter = new OpenApiParameter
        {
            Description = OpenApiText.Describe(member),
            Schema = schemas.OfMember(member, isDescribed: false),
        };
        LifeExtensions.Add(parameter, member.Since, member.Description);
        return parameter;
    }

    private OpenApiRequestBody? Body(ApiEntry api)
    {
        if (api.Action.Method is not ("POST" or "PUT"))
            return null;
        CatalogMember[] wrapped = [.. api.Action.Parameters.Where(static parameter => parameter.Location == Location.Body && parameter.InWrapper)];
        CatalogMember[] outside = [.. api.Action.Parameters.Where(static parameter => parameter.Location == Location.Body && !parameter.InWrapper)];
        OpenApiSchema schema = schemas.ObjectOf(outside, isArgument: true);
        if (api.Action.Wrapper is { } wrapper)
        {
            OpenApiSchema arguments = schemas.ObjectOf(wrapped, isArgument: true);
            arguments.Description = $"The arguments of {api.Name}.";
            string name = schemas.AddUnique(api.Name + "Arguments", arguments);
            var properties = new Dictionary<string, IOpenApiSchema> { [wrapper] = schemas.Reference(name) };
            foreach ((string key, IOpenApiSchema value) in schema.Properties!)
                properties[key] = value;
            schema.Properties = properties;
            // A PUT without its member is a different action or none. A POST without it uses only defaults. The library omits an empty name
            // and leaves `required: []`, which OpenAPI 3.0 forbids.
            if (wrapper.Length > 0 && (api.Action.Method == "PUT" || wrapped.Any(static parameter => parameter.IsRequired)))
                (schema.Required ??= new HashSet<string>()).Add(wrapper);
        }

        if (schema.Properties!.Count == 0)
            return null;
        schema.Description = $"The body of {api.Name}.";
        string body = schemas.AddUnique(api.Name + "Request", schema);
        return new OpenApiRequestBody { Required = true, Content = ProtocolParts.JsonContent(schemas.Reference(body), api.RequestExample) };
    }

    private string OperationId(string name, string path, bool isMain)
    {
        List<string> variables = PathKeys.VariablesOf(path);
        string wanted = isMain ? name : variables.Count == 0 ? name + "Elsewhere" : name + "By" + char.ToUpperInvariant(variables[^1][0]) + variables[^1][1..];
        return UniqueId(wanted);
    }

    private string UniqueId(string wanted)
    {
        string id = wanted;
        for (int i = 2; !_operationIds.Add(id); i++)
            id = wanted + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return id;
    }

    private static JsonArray Badges(ApiEntry api)
    {
        var badges = new JsonArray();
        if (api.Action.IsQuery)
            badges.Add(new JsonObject { ["name"] = "query" });
        badges.Add(new JsonObject { ["name"] = api.IsAsync ? "asynchronous" : "synchronous" });
        if (!api.Action.RequiresSession)
            badges.Add(new JsonObject { ["name"] = "no session" });
        if (StatedVersion.Describe(api.Action.Since) is { } since)
            badges.Add(new JsonObject { ["name"] = char.ToLowerInvariant(since[0]) + since[1..^1] });
        return badges;
    }

    private JsonArray CodeSamples(ApiEntry api)
    {
        JsonObject arguments = SampleArguments.Of(api, library);
        var samples = new JsonArray();
        foreach (CodeSample sample in CodeSampleWriter.Write(api, library, arguments))
            samples.Add(new JsonObject { ["lang"] = sample.Language, ["label"] = sample.Label, ["source"] = sample.Source });
        return samples;
    }
}
