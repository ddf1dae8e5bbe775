using System;
using System.Collections.Generic;
using System.Linq;
using ZStackGen.Specs.Model;

namespace ZStack.Simulation.Specs;

/// <summary>
/// The APIs that every client needs. They are available even if no page describes them. See runtime/PROTOCOL.md §2.1, §3, §6, §8, §9.
/// </summary>
internal static class BuiltInApis
{
    private static readonly string[] s_oneLongJob = ["/v1/longjobs/{uuid}"];
    private static readonly HashSet<string> s_names = [.. All().Select(static api => api.Name)];

    /// <summary>Determines whether the simulator itself handles an API.</summary>
    public static bool Contains(string api) => s_names.Contains(api);

    public static IEnumerable<ApiModel> All()
    {
        yield return Api("LogInByAccount", "PUT", "/v1/accounts/login", session: false, Body("accountName", required: true), Body("password", required: true), Body("accountType"));
        yield return Api("LogInByUser", "PUT", "/v1/accounts/users/login", session: false, Body("accountUuid"), Body("accountName"), Body("userName", required: true), Body("password", required: true));
        yield return Api("LogIn", "PUT", "/v1/login", session: false, Body("username", required: true), Body("password", required: true), Body("loginType"));
        yield return Api("LogOut", "DELETE", "/v1/accounts/sessions/{sessionUuid}", session: false, PathVariable("sessionUuid"));
        yield return Api("ValidateSession", "GET", "/v1/accounts/sessions/{sessionUuid}/valid", session: false, PathVariable("sessionUuid"));
        yield return Api("RenewSession", "PUT", "/v1/accounts/sessions/{sessionUuid}/renew", session: true, PathVariable("sessionUuid"), Body("duration", "Long"));
        yield return Api("GetVersion", "PUT", "/v1/management-nodes/actions", session: false);
        yield return Api("GetCurrentTime", "PUT", "/v1/management-nodes/actions", session: false);
        yield return Api("GetSupportAPIs", "PUT", "/v1/management-nodes/actions", session: false);
        yield return Api("IsReadyToGo", "GET", "/v1/management-nodes/ready", session: false, Query("managementNodeId"));
        yield return Api("GetPlatformTimeZone", "GET", "/v1/management-nodes/platform-timezone", session: true);
        yield return Api("GetTaskProgress", "GET", "/v1/task-progresses/{apiId}", session: true, PathVariable("apiId"), Query("all", "Boolean"));
        yield return Api("SubmitLongJob", "POST", "/v1/longjobs", session: true, Body("jobName", required: true), Body("jobData", required: true), Body("name"), Body("description"), Body("targetResourceUuid"), Body("resourceUuid"));
        yield return Api("CancelLongJob", "PUT", "/v1/longjobs/{uuid}/actions", session: true, PathVariable("uuid"));
        yield return Api("DeleteLongJob", "DELETE", "/v1/longjobs/{uuid}", session: true, PathVariable("uuid"), Query("deleteMode"));
        yield return Api("QueryLongJob", "GET", "/v1/longjobs", session: true) with { IsQuery = true, AlternatePaths = s_oneLongJob.ToEquatableArray() };
        yield return Api("ZQLQuery", "GET", "/v1/zql", session: true, Query("zql", required: true));
    }

    private static ApiModel Api(string name, string method, string path, bool session, params ParameterModel[] parameters) => new()
    {
        Name = name,
        Method = method,
        Path = path,
        Wrapper = method == "PUT" ? SimulatedApi.CamelCase(name) : null,
        RequiresSession = session,
        IsAsync = name == "RenewSession" || (name.EndsWith("LongJob", StringComparison.Ordinal) && method != "GET"),
        Parameters = parameters.ToEquatableArray(),
    };

    private static ParameterModel Body(string name, string type = "String", bool required = false) =>
        new() { Name = name, Type = type, Location = ParameterLocation.Body, InWrapper = true, IsRequired = required };

    private static ParameterModel Query(string name, string type = "String", bool required = false) =>
        new() { Name = name, Type = type, Location = ParameterLocation.Query, IsRequired = required };

    private static ParameterModel PathVariable(string name) =>
        new() { Name = name, Type = "String", Location = ParameterLocation.Path, IsRequired = true };
}
