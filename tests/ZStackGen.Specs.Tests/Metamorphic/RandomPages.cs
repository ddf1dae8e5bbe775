using System;
using System.Collections.Generic;
using System.Linq;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Writing;

namespace ZStackGen.Specs.Tests;

/// <summary>Pages of our own format, written from random models.</summary>
internal static class RandomPages
{
    private static readonly string[] s_names = ["uuid", "name", "description", "zoneUuid", "hostUuids", "state", "size", "cpuNum", "type", "deadline", "config", "tags", "url", "enabled"];

    private static readonly string[] s_types = ["String", "Integer", "Long", "boolean", "List<String>", "Map<String, Long>", "Timestamp", "Double", "Object", "HostInventory"];

    private static readonly string[] s_versions = ["0.6", "2.3", "3.10.0", "4.7.21", "5.0.0", "<= 1.9", "~4.7.0"];

    private static readonly string[] s_descriptions = ["The door.", "UUID of the zone; see the guide.", "How often, in seconds.", "状态", "Name (at most 255 characters).", "Key of the host, or `null`."];

    private static readonly string[][] s_values = [[], [], ["Enabled", "Disabled"], ["TCP", "UDP", "ICMP"], ["1..65535"]];

    /// <summary>Returns a page with one API.</summary>
    public static string Next(Random random)
    {
        string method = Pick(random, "GET", "POST", "PUT", "DELETE");
        string name = (method switch { "GET" => "Get", "POST" => "Create", "PUT" => "Update", _ => "Delete" }) + Pick(random, "Door", "VmDoor", "DoorHandle");
        bool hasBody = method is "POST" or "PUT";
        string wrapper = method == "POST" ? "params" : char.ToLowerInvariant(name[0]) + name[1..];
        var api = new ApiModel
        {
            Name = name,
            Method = method,
            Path = method == "POST" ? "/v1/doors" : method == "PUT" ? "/v1/doors/{uuid}/actions" : "/v1/doors/{uuid}",
            Wrapper = hasBody ? wrapper : null,
            RequiresSession = random.Next(5) > 0,
            IsAsync = random.Next(3) switch { 0 => true, 1 => false, _ => null },
            Since = random.Next(2) == 0 ? Pick(random, s_versions) : null,
            Description = Pick(random, s_descriptions),
            Parameters = new([.. Names(random).Where(n => n != "uuid").Select(n => Parameter(random, n, hasBody)).Prepend(Variable(random)).Skip(method == "POST" ? 1 : 0)]),
            Response = new ResponseModel(new([new FieldModel { Name = "inventory", Type = "DoorInventory", StructureId = "s1", Since = Pick(random, s_versions) }])),
            Structures = new([new StructureModel { Id = "s1", Name = "DoorInventory", Fields = new([.. Names(random).Select(n => Field(random, n))]) }]),
        };
        return PageWriter.Write(new PageModel("x.md", new([api]), default));
    }

    private static IEnumerable<string> Names(Random random)
    {
        string[] names = [.. s_names];
        random.Shuffle(names);
        return names.Take(random.Next(2, 9));
    }

    private static ParameterModel Variable(Random random) => new() { Name = "uuid", Type = "String", Location = ParameterLocation.Path, IsRequired = true, Description = Pick(random, s_descriptions), Since = Pick(random, s_versions) };

    private static ParameterModel Parameter(Random random, string name, bool hasBody)
    {
        (string type, string[] values) = Kind(random);
        return new ParameterModel
        {
            Name = name,
            Type = type,
            Location = hasBody ? ParameterLocation.Body : ParameterLocation.Query,
            InWrapper = hasBody && random.Next(4) > 0,
            IsRequired = random.Next(2) == 0,
            Description = Pick(random, s_descriptions),
            Values = new(values),
            Since = Pick(random, s_versions),
        };
    }

    private static FieldModel Field(Random random, string name)
    {
        (string type, string[] values) = Kind(random);
        return new FieldModel { Name = name, Type = type, Description = Pick(random, s_descriptions), Values = new(values), Since = Pick(random, s_versions) };
    }

    /// <summary>Returns a type with values that fit it.</summary>
    private static (string Type, string[] Values) Kind(Random random)
    {
        string[] values = s_values[random.Next(s_values.Length)];
        return values.Length == 0 ? (Pick(random, s_types), values) : (values[0].Contains("..", StringComparison.Ordinal) ? "Integer" : "String", values);
    }

    private static string Pick(Random random, params string[] choices) => choices[random.Next(choices.Length)];
}
