using System.Collections.Generic;
using System.Net.Http;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using ZStackGen.Tool.Samples;

namespace ZStackGen.Tool.OpenApi;

/// <summary>What every ZStack has and no page tells: errors, jobs, sessions, the arguments of queries (PROTOCOL.md §2 to §5).</summary>
internal sealed class ProtocolParts(OpenApiDocument document, SchemaWriter schemas)
{
    /// <summary>The error of a failed call.</summary>
    public const string ErrorCode = "ErrorCode";

    private const string Failed = "Failed";
    private const string Refused = "Refused";
    private const string JobTag = "api-jobs";

    private readonly List<string> _queryArguments = [];

    /// <summary>The body of a 202.</summary>
    public string Job { get; private set; } = "";

    /// <summary>The body of a 503.</summary>
    public string Error { get; private set; } = "";

    /// <summary>Writes the schemas, responses, parameters and security schemes.</summary>
    public void Write()
    {
        document.Components ??= new OpenApiComponents();
        WriteErrors();
        Job = schemas.AddUnique("Job", new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "A call that goes on. Its result is read with GetJobResult.",
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["location"] = Text("The job's URL, as the management node believes it to be. Behind NAT or a proxy only its last segment, the job's UUID, is of use."),
                ["apiTimeout"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Description = "After how many milliseconds the server gives up." },
            },
        });
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["session"] = Header("`OAuth` and the UUID of a session, which a login API answers: `OAuth 36c27e8ff05c4780bf6d2fa65700f22e`."),
            ["accessKey"] = Header("`ZStack`, the id of an access key and a signature: `ZStack id:signature`. The signature covers the method, the `Date` header and the path."),
        };
        WriteQueryArguments();
    }

    /// <summary>Either a session or an access key.</summary>
    public IList<OpenApiSecurityRequirement> Session() =>
    [
        new() { [new OpenApiSecuritySchemeReference("session", document)] = [] },
        new() { [new OpenApiSecuritySchemeReference("accessKey", document)] = [] },
    ];

    /// <summary>Adds the ways in which any call may fail.</summary>
    public void AddFailures(OpenApiResponses responses)
    {
        responses["400"] = new OpenApiResponseReference(Refused, document);
        responses["503"] = new OpenApiResponseReference(Failed, document);
    }

    /// <summary>Adds the arguments of a query.</summary>
    public void AddQueryArguments(IList<IOpenApiParameter> parameters)
    {
        foreach (string name in _queryArguments)
            parameters.Add(new OpenApiParameterReference(name, document));
    }

    /// <summary>The operation that reads a job.</summary>
    public void AddJobOperation()
    {
        var operation = new OpenApiOperation
        {
            OperationId = "GetJobResult",
            Summary = "Reads the state or the result of a job",
            Description = "Every asynchronous API answers 202 with a job. Ask again while this answers 202, each time a little later.",
            Tags = new HashSet<OpenApiTagReference> { new(JobTag, document) },
            Security = [],
            Parameters =
            [
                new OpenApiParameter { Name = "jobUuid", In = ParameterLocation.Path, Required = true, Description = "The job's UUID: the last segment of its location.", Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
            ],
            Responses = new OpenApiResponses
            {
                ["200"] = Json("The job succeeded: the result of its API.", new OpenApiSchema { Type = JsonSchemaType.Object }),
                ["202"] = Json("The job is still running.", new OpenApiSchema { Type = JsonSchemaType.Object }),
                ["404"] = PlainText("The job does not exist, or its result was kept for three hours and is gone."),
                ["503"] = new OpenApiResponseReference(Failed, document),
            },
        };
        document.Paths["/v1/api-jobs/{jobUuid}"] = new OpenApiPathItem { Operations = new Dictionary<HttpMethod, OpenApiOperation> { [HttpMethod.Get] = operation } };
        document.Tags!.Add(new OpenApiTag { Name = JobTag, Description = "The results of asynchronous calls." });
    }

    /// <summary>A JSON response.</summary>
    public static OpenApiResponse Json(string description, IOpenApiSchema schema, JsonNode? example = null) => new()
    {
        Description = description,
        Content = JsonContent(schema, example),
    };

    /// <summary>JSON content.</summary>
    public static Dictionary<string, IOpenApiMediaType> JsonContent(IOpenApiSchema schema, JsonNode? example) => new()
    {
        ["application/json"] = new OpenApiMediaType { Schema = schema, Example = example?.DeepClone() },
    };

    private static OpenApiResponse PlainText(string description) => new()
    {
        Description = description,
        Content = new Dictionary<string, IOpenApiMediaType> { ["text/plain"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } } },
    };

    private static OpenApiSecurityScheme Header(string description) =>
        new() { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "Authorization", Description = description };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };

    private void WriteErrors()
    {
        // The name is taken by intent: a page's own table of it says less.
        schemas.AddUnique(ErrorCode, new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "Why a call failed.",
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["code"] = Text("The error's code, such as `SYS.1007`."),
                ["description"] = Text("What the code means."),
                ["details"] = Text("What happened."),
                ["elaboration"] = Text("What to do about it."),
                ["location"] = Text("The step of the work that failed."),
                ["cost"] = Text("How long the server looked for an elaboration."),
                ["cause"] = schemas.Reference(ErrorCode),
                ["causes"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = schemas.Reference(ErrorCode) },
                ["opaque"] = new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = new OpenApiSchema() },
                ["messages"] = new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = new OpenApiSchema() },
            },
        });
        Error = schemas.AddUnique("Failure", new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "The body of a failed call.",
            Required = new HashSet<string> { "error" },
            Properties = new Dictionary<string, IOpenApiSchema> { ["error"] = schemas.Reference(ErrorCode) },
        });
        document.Components!.Responses = new Dictionary<string, IOpenApiResponse>
        {
            [Failed] = Json("The call failed. Wrong credentials and an expired session (`ID.1001`) come this way, too.", schemas.Reference(Error), JsonNode.Parse(
                """{"error":{"code":"SYS.1007","description":"One or more API argument is invalid","details":"the argument name must not be empty"}}""")),
            [Refused] = PlainText("The request itself is wrong: no Authorization header, an argument of another form, no such action."),
        };
    }

    private void WriteQueryArguments()
    {
        document.Components!.Parameters = new Dictionary<string, IOpenApiParameter>();
        foreach (QueryArgument argument in QueryArguments.All)
        {
            string component = "Query" + argument.Property;
            var parameter = new OpenApiParameter
            {
                Name = argument.Name,
                In = ParameterLocation.Query,
                Schema = schemas.OfType(argument.Type),
                Description = argument.Description,
            };
            document.Components.Parameters[component] = parameter;
            document.Workspace?.RegisterComponentForDocument<IOpenApiParameter>(document, parameter, component);
            _queryArguments.Add(component);
        }
    }
}
