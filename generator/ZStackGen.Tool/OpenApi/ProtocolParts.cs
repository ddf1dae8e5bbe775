using System.Collections.Generic;
using System.Net.Http;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using ZStackGen.Explorer.Samples;

namespace ZStackGen.Tool.OpenApi;

/// <summary>The parts of every ZStack that pages do not describe: errors, jobs, sessions, the arguments of queries (PROTOCOL.md §2 to §5).</summary>
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
            Description = "A call in progress. Read its result with GetJobResult.",
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["location"] = Text("The job's URL as seen by the management node. Behind NAT or a proxy, use only its last segment, the job's UUID."),
                ["apiTimeout"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Description = "The timeout of the call on the server, in milliseconds." },
            },
        });
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["session"] = Header("`OAuth` and the UUID of a session, as returned by a login API: `OAuth 36c27e8ff05c4780bf6d2fa65700f22e`."),
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

    /// <summary>Adds the failure responses of every call.</summary>
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

    /// <summary>Creates the operation that reads a job.</summary>
    public void AddJobOperation()
    {
        var operation = new OpenApiOperation
        {
            OperationId = "GetJobResult",
            Summary = "Reads the state or the result of a job",
            Description = "Every asynchronous API responds with 202 and a job. Poll while this operation responds with 202, with increasing intervals.",
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
                ["404"] = PlainText("The job does not exist, or its result has expired after three hours."),
                ["503"] = new OpenApiResponseReference(Failed, document),
            },
        };
        document.Paths["/v1/api-jobs/{jobUuid}"] = new OpenApiPathItem { Operations = new Dictionary<HttpMethod, OpenApiOperation> { [HttpMethod.Get] = operation } };
        document.Tags!.Add(new OpenApiTag { Name = JobTag, Description = "The results of asynchronous calls." });
    }

    /// <summary>Creates a JSON response.</summary>
    public static OpenApiResponse Json(string description, IOpenApiSchema schema, JsonNode? example = null) => new()
    {
        Description = description,
        Content = JsonContent(schema, example),
    };

    /// <summary>Creates JSON content.</summary>
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
        // This schema takes the name on purpose: a page's own table of it contains less.
        schemas.AddUnique(ErrorCode, new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "The cause of a failed call.",
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["code"] = Text("The error code, such as `SYS.1007`."),
                ["description"] = Text("The meaning of the code."),
                ["details"] = Text("The details of the error."),
                ["elaboration"] = Text("The suggested solution."),
                ["location"] = Text("The step that failed."),
                ["cost"] = Text("The time the server searched for an elaboration."),
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
            [Failed] = Json("The call failed. Also for wrong credentials and an expired session (`ID.1001`).", schemas.Reference(Error), JsonNode.Parse(
                """{"error":{"code":"SYS.1007","description":"One or more API argument is invalid","details":"the argument name must not be empty"}}""")),
            [Refused] = PlainText("The request is invalid: no Authorization header, a malformed argument, or an unknown action."),
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
