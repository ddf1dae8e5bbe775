using System.Collections.Generic;
using System.Linq;
using ZStackGen.Specs.Model;

namespace ZStackGen.Tool.Scaffolding;

/// <summary>Creates the first version of a page with the members that are common to its kind. The author completes it.</summary>
internal static class PageSkeleton
{
    /// <summary>Creates a page for an API.</summary>
    /// <param name="name">The API's name.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path template.</param>
    /// <param name="since">The version that introduced it; <see langword="null"/> if unknown.</param>
    public static PageModel Api(string name, string method, string path, string? since)
    {
        ApiConventions guess = ApiConventions.Of(name);
        bool isQuery = guess.Verb == "Query" && method == "GET";
        bool isDeletion = method == "DELETE";
        string? wrapper = method switch { "POST" => "params", "PUT" => ApiConventions.LowerFirst(name), _ => null };
        List<string> variables = Variables(path);
        var parameters = new List<ParameterModel>();
        // A query's path with the variable is an alternate path. Its arguments are those of every query.
        if (!isQuery)
        {
            foreach (string variable in variables)
                parameters.Add(Parameter(variable, "String", ParameterLocation.Path, isRequired: true, variable == "uuid" ? "UUID." : $"Value of {variable} in the path."));
            if (isDeletion)
                parameters.Add(Parameter("deleteMode", "String", ParameterLocation.Query, isRequired: false, "Whether to delete the resource even if it is in use.") with { Values = List("Permissive", "Enforcing") });
            if (guess.Verb is "Create" or "Add" or "Update" && wrapper is not null)
            {
                parameters.Add(Parameter("name", "String", ParameterLocation.Body, isRequired: guess.Verb != "Update", "Name.") with { InWrapper = true });
                parameters.Add(Parameter("description", "String", ParameterLocation.Body, isRequired: false, "Free text.") with { InWrapper = true });
            }

            if (guess.Verb == "Create" && wrapper is not null)
                parameters.Add(Parameter("resourceUuid", "String", ParameterLocation.Body, isRequired: false, "UUID of the new resource. The default is a random UUID.") with { InWrapper = true });
            ParameterLocation tags = wrapper is null ? ParameterLocation.Query : ParameterLocation.Body;
            parameters.Add(Parameter("systemTags", "List<String>", tags, isRequired: false, "System tags."));
            parameters.Add(Parameter("userTags", "List<String>", tags, isRequired: false, "User tags."));
        }

        string inventory = guess.Inventory;
        FieldModel[] response = method switch
        {
            "DELETE" => [],
            "GET" => [Field("inventories", $"List<{inventory}>", "The resources found.", since)],
            _ => [Field("inventory", inventory, "The result.", since)],
        };
        var api = new ApiModel
        {
            Name = name,
            Method = method,
            Path = path,
            AlternatePaths = isQuery && variables.Count == 0 ? List(path + "/{uuid}") : default,
            Wrapper = wrapper,
            IsQuery = isQuery,
            IsAsync = method != "GET",
            Since = since,
            Description = $"Describe here what {name} does.",
            Parameters = new EquatableArray<ParameterModel>([.. parameters]),
            Response = new ResponseModel(new EquatableArray<FieldModel>(response)),
            // A page does not describe an empty response.
            ResponseExample = response.Length == 0 ? "{}" : null,
        };
        return new PageModel(name, List(api), default);

        ParameterModel Parameter(string parameter, string type, ParameterLocation location, bool isRequired, string description) => new()
        {
            Name = parameter,
            Type = type,
            Location = location,
            IsRequired = isRequired,
            Description = description,
            Since = since,
        };
    }

    /// <summary>Creates a page for a data structure.</summary>
    /// <param name="name">The structure's name.</param>
    /// <param name="since">The version that introduced it; <see langword="null"/> if unknown.</param>
    public static PageModel Structure(string name, string? since)
    {
        FieldModel[] fields =
        [
            Field("uuid", "String", "UUID.", since),
            Field("name", "String", "Name.", since),
            Field("description", "String", "Free text.", since),
            Field("createDate", "Timestamp", "Time of creation.", since),
            Field("lastOpDate", "Timestamp", "Time of the last change.", since),
        ];
        var structure = new StructureModel { Id = "s1", Name = name, Description = $"Describe here what {name} is.", Since = since, Fields = new EquatableArray<FieldModel>(fields) };
        return new PageModel(name, default, List(structure));
    }

    /// <summary>Returns the names of the variables in a path template.</summary>
    public static List<string> Variables(string path) =>
        [.. path.Split('/').Where(static segment => segment.StartsWith('{') && segment.EndsWith('}')).Select(static segment => segment[1..^1]).Distinct()];

    private static FieldModel Field(string name, string type, string description, string? since) =>
        new() { Name = name, Type = type, Description = description, Since = since };

    private static EquatableArray<T> List<T>(params T[] items)
        where T : System.IEquatable<T> => new(items);
}
