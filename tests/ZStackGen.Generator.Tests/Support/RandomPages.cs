using System;
using System.Collections.Generic;
using System.Linq;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Writing;

namespace ZStackGen.Generator.Tests.Support;

/// <summary>
/// Random pages that depend on each other: few names for many APIs, structures and fields, so that they merge, contradict, extend
/// and match each other in every way.
/// </summary>
internal sealed class RandomPages(Random random)
{
    private static readonly string[] s_structures = ["DiskInventory", "DiskPartInventory", "RackInventory", "DiskState", "VmInstanceInventory", "VmNicInventory", "ErrorCode", "Result"];
    private static readonly string[] s_fields = ["uuid", "name", "state", "size", "parts", "labels", "disk", "racks", "createDate", "tagUuids", "type", "odd-name", "value"];
    private static readonly string[] s_types = ["String", "Long", "Integer", "Boolean", "List", "Map", "Timestamp", "Object", "List<String>", "Map<String, Long>", "DiskInventory", "List<DiskInventory>", "DiskPartInventory", "DiskState", "RackInventory", "Unheard", "List<VmNicInventory>"];
    private static readonly string[] s_apis = ["CreateDisk", "UpdateDisk", "DeleteDisk", "QueryDisk", "GetDiskState", "QueryRack", "ChangeRackState", "AttachDiskToRack"];
    private static readonly string[] s_versions = ["0.6", "3.1", "3.1.0", "4.7.0", "5.0"];

    /// <summary>A page and its path.</summary>
    public (string Path, string Text) Next()
    {
        bool isType = random.Next(3) == 0;
        string name = isType ? Pick(s_structures) : Pick(s_apis);
        string folder = isType ? "types" : Pick("disk", "rack", "Disk", "");
        string path = "/project/specs/" + folder + (folder.Length > 0 ? "/" : "") + name + (random.Next(3) == 0 ? "2" : "") + ".md";
        PageModel page = isType
            ? new PageModel(path, default, new EquatableArray<StructureModel>([Structure("s1", name, default)]))
            : new PageModel(path, new EquatableArray<ApiModel>([Api(name)]), default);
        return (path, PageWriter.Write(page));
    }

    /// <summary>Returns the same text with a few lines, words or cells changed.</summary>
    public string Edit(string text)
    {
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            List<string> lines = [.. text.Split('\n')];
            int line = random.Next(lines.Count);
            switch (random.Next(6))
            {
                case 0:
                    lines.Insert(line, "");
                    break;
                case 1:
                    lines.RemoveAt(line);
                    break;
                case 2:
                    lines.Insert(line, lines[random.Next(lines.Count)]);
                    break;
                case 3:
                    lines[line] = lines[line].Replace(Pick(s_types), Pick(s_types), StringComparison.Ordinal);
                    break;
                case 4:
                    lines[line] = lines[line].Replace(Pick(s_fields), Pick(s_fields), StringComparison.Ordinal);
                    break;
                default:
                    lines[line] = lines[line].Replace(". |", Pick(". More. |", " of it. |"), StringComparison.Ordinal).Replace("3.1", Pick(s_versions), StringComparison.Ordinal);
                    break;
            }

            text = string.Join('\n', lines);
        }

        return text;
    }

    public T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];

    private ApiModel Api(string name)
    {
        string method = name.StartsWith("Create", StringComparison.Ordinal) || name.StartsWith("Attach", StringComparison.Ordinal) ? "POST"
            : name.StartsWith("Update", StringComparison.Ordinal) || name.StartsWith("Change", StringComparison.Ordinal) ? "PUT"
            : name.StartsWith("Delete", StringComparison.Ordinal) ? "DELETE" : "GET";
        bool isQuery = name.StartsWith("Query", StringComparison.Ordinal);
        StructureModel[] structures = [.. Enumerable.Range(1, random.Next(4)).Select(i => Structure("s" + i, random.Next(2) == 0 ? Pick(s_structures) : null, default))];
        string[] ids = [.. structures.Select(structure => structure.Id)];
        // Tables may refer to each other and to themselves.
        for (int i = 0; i < structures.Length; i++)
            structures[i] = Structure(structures[i].Id, structures[i].Name, ids);
        string result = isQuery ? "inventories" : "inventory";
        return new ApiModel
        {
            Name = name,
            Method = method,
            Path = method is "PUT" or "DELETE" ? "/v1/things/{uuid}" : "/v1/things",
            IsQuery = isQuery,
            Wrapper = method == "POST" ? "params" : method == "PUT" ? char.ToLowerInvariant(name[0]) + name[1..] : null,
            Since = Pick(s_versions),
            Description = Pick("What it does.", "What it is for.", "做什么。"),
            Parameters = new EquatableArray<ParameterModel>(isQuery ? [] : [.. Names(5).Select(field => Parameter(field, method))]),
            Response = random.Next(8) == 0 ? null : new ResponseModel(new EquatableArray<FieldModel>([Field(random.Next(4) == 0 ? Pick(s_fields) : result, ids) with { Type = isQuery ? "List" : Pick(s_types) }])),
            Structures = new EquatableArray<StructureModel>(structures),
            ResponseExample = random.Next(3) == 0 ? "{\"" + result + "\": {\"uuid\": \"a\", \"parts\": [1], \"labels\": {\"x\": 1}}}" : null,
        };
    }

    private ParameterModel Parameter(string name, string method) => new()
    {
        Name = name,
        Type = Pick(s_types),
        Location = name == "uuid" && method is "PUT" or "DELETE" ? ParameterLocation.Path : method is "POST" or "PUT" ? ParameterLocation.Body : ParameterLocation.Query,
        InWrapper = method is "POST" or "PUT",
        IsRequired = random.Next(2) == 0,
        Since = Pick(s_versions),
        Values = random.Next(4) == 0 ? new EquatableArray<string>(["A", "B"]) : default,
        Description = Pick("A thing.", "An other thing."),
    };

    private StructureModel Structure(string id, string? name, string[]? ids) => new()
    {
        Id = id,
        Name = name,
        Extends = ids is null && random.Next(4) == 0 ? Pick(s_structures) : null,
        Fields = new EquatableArray<FieldModel>([.. Names(7).Select(field => Field(field, ids))]),
        Description = name is null ? null : Pick("A structure.", "A kind of structure."),
        Since = name is null ? null : Pick(s_versions),
    };

    private FieldModel Field(string name, string[]? ids) => new()
    {
        Name = name,
        Type = Pick(s_types),
        Since = Pick(s_versions),
        Values = random.Next(6) == 0 ? new EquatableArray<string>(["Enabled", "Disabled"]) : default,
        Description = Pick("A field.", "An other field."),
        StructureId = ids is { Length: > 0 } && random.Next(3) == 0 ? Pick(ids) : null,
    };

    private List<string> Names(int most) => [.. Enumerable.Range(0, random.Next(1, most)).Select(_ => Pick(s_fields)).Distinct(StringComparer.Ordinal)];
}
