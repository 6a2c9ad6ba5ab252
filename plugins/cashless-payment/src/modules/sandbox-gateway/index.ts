import { Module } from "@medusajs/framework/utils"
import { SandboxGatewayService } from "./service"

export const SANDBOX_GATEWAY_MODULE = "sandboxGateway"

export default Module(SANDBOX_GATEWAY_MODULE, { service: SandboxGatewayService })
