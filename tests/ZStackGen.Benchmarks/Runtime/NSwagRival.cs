using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using ZStackGen.Benchmarks.Build;

namespace ZStackGen.Benchmarks.Runtime;

/// <summary>
/// The same two calls with the client that NSwag generates from the OpenAPI document of our pages. It is compiled at the start of the benchmark,
/// together with an implementation of this interface, which adds nothing to a call.
/// </summary>
public interface INSwagVms
{
    /// <summary>Gets or sets the address of the API.</summary>
    string BaseUrl { get; set; }

    /// <summary>Queries VM instances.</summary>
    Task QueryAsync(string condition, int limit);

    /// <summary>Creates a VM instance.</summary>
    Task CreateAsync(string name, string description, string offering, string image, string[] networks, string network, string strategy);

    /// <summary>Returns the result of a completed call.</summary>
    object ResultOf(Task call);

    /// <summary>Returns the number of VM instances that a completed query found.</summary>
    int CountOf(Task query);
}

internal static class NSwagRival
{
    // Added to the generated client by its user: a request leaves out members without a value.
    private const string Glue = """
        #nullable disable
        using System.Threading.Tasks;

        namespace FromOpenApi
        {
            public partial class ZStackApi : ZStackGen.Benchmarks.Runtime.INSwagVms
            {
                static partial void UpdateJsonSerializerSettings(System.Text.Json.JsonSerializerOptions settings) =>
                    settings.DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull;

                public Task QueryAsync(string condition, int limit) =>
                    QueryVmInstanceAsync(new[] { condition }, limit, null, null, null, null, null, null);

                public Task CreateAsync(string name, string description, string offering, string image, string[] networks, string network, string strategy) =>
                    CreateVmInstanceAsync(new CreateVmInstanceRequest
                    {
                        Params = new CreateVmInstanceArguments
                        {
                            Name = name,
                            Description = description,
                            InstanceOfferingUuid = offering,
                            ImageUuid = image,
                            L3NetworkUuids = networks,
                            DefaultL3NetworkUuid = network,
                            Strategy = strategy,
                        },
                    });

                public object ResultOf(Task call) => call is Task<QueryVmInstanceResult> query ? query.Result : ((Task<CreateVmInstanceResult>)call).Result;

                public int CountOf(Task query) => ((Task<QueryVmInstanceResult>)query).Result.Inventories.Count;
            }
        }
        """;

    private static readonly Lazy<Type> s_client = new(Compile);

    /// <summary>Returns a client that logs in with the session of the other peers.</summary>
    public static INSwagVms Create(HttpMessageHandler handler, string server)
    {
        var http = new HttpClient(handler);
        http.DefaultRequestHeaders.Add("Authorization", RefitRival.Authorization);
        var client = (INSwagVms)Activator.CreateInstance(s_client.Value, http)!;
        client.BaseUrl = server + "/zstack";
        return client;
    }

    private static Type Compile()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("zstackgen-nswag-");
        try
        {
            NSwag.OpenApiDocument document = NSwagSource.Document(Path.Combine(AppContext.BaseDirectory, "specs"), folder.FullName, Edit);
            string[] sources = [NSwagSource.Of(document, hasNullableValues: true), Glue];
            CSharpCompilation compilation = CSharpCompilation.Create(
                "NSwagClient",
                sources.Select(static source => CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest))),
                [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(INSwagVms).Assembly.Location)],
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
            using var image = new MemoryStream();
            EmitResult result = compilation.Emit(image);
            return result.Success
                ? Assembly.Load(image.ToArray()).GetType("FromOpenApi.ZStackApi", throwOnError: true)!
                : throw new InvalidOperationException(string.Join("\n", result.Diagnostics.Where(static found => found.Severity == DiagnosticSeverity.Error).Take(5)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The stub completes a call at once, so the document describes the job's result as the response. NSwag reads timestamps like the other
    // sides if they are declared as the ISO 8601 of the stub.
    private static string Edit(string document)
    {
        JsonNode root = JsonNode.Parse(document.Replace("\"zstack-timestamp\"", "\"date-time\"", StringComparison.Ordinal))!;
        JsonObject responses = root["paths"]!["/v1/vm-instances"]!["post"]!["responses"]!.AsObject();
        JsonNode response = responses["202"]!;
        responses.Remove("202");
        response["content"]!["application/json"]!["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/CreateVmInstanceResult" };
        responses["200"] = response;
        return root.ToJsonString();
    }
}
